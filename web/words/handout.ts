/** A lesson on paper, in both languages: loaded with it. */

interface HandoutWords {
  title: string
  of: (number: number, title: string) => string
  print: string
  back: string
  loading: string
  unknown: string
  kinds: Record<'reading' | 'predict' | 'decode' | 'wire' | 'break' | 'code', string>
  optional: string
  flow: string
  requests: string
  requestsWhat: string
  nobody: string
  source: (file: string) => string
  variant: (file: string) => string
  answers: string
  right: string
  list: { title: string; what: string }
}

export const handoutWords: Record<'en' | 'ko', HandoutWords> = {
  en: {
    title: 'Hand-out',
    of: (number, title) => `Lesson ${number}: ${title}`,
    print: 'Print, or save as PDF',
    back: 'To the lesson',
    loading: 'Loading, and asking the server…',
    unknown: 'There is no lesson of that name.',
    kinds: {
      reading: 'read',
      predict: 'predict',
      decode: 'read a token',
      wire: 'send',
      break: 'break',
      code: 'write code',
    },
    optional: 'optional',
    flow: 'Who says what to whom',
    requests: 'Requests and answers',
    requestsWhat: 'As they crossed the wire when this page was made.',
    nobody: 'Nobody answered.',
    source: (file) => `The server: ${file}`,
    variant: (file) => `The lines in which ${file} differs`,
    answers: 'Answers',
    right: 'Right',
    list: {
      title: 'Hand-outs to print',
      what: 'Each lesson on paper: its texts, diagram, requests with their answers, source, and the answers to its tasks on pages of their own.',
    },
  },
  ko: {
    title: '유인물',
    of: (number, title) => `레슨 ${number}: ${title}`,
    print: '인쇄하거나 PDF로 저장',
    back: '레슨으로',
    loading: '불러오면서 서버에 물어보는 중…',
    unknown: '그런 이름의 레슨은 없어요.',
    kinds: {
      reading: '읽기',
      predict: '예측',
      decode: '토큰 읽기',
      wire: '보내기',
      break: '깨뜨리기',
      code: '코드 쓰기',
    },
    optional: '선택',
    flow: '누가 누구에게 무엇을 말하나',
    requests: '요청과 응답',
    requestsWhat: '이 페이지를 만들 때 실제로 오간 그대로예요.',
    nobody: '아무도 응답하지 않았어요.',
    source: (file) => `서버: ${file}`,
    variant: (file) => `${file}에서 다른 줄`,
    answers: '정답',
    right: '정답',
    list: {
      title: '인쇄할 유인물',
      what: '레슨마다 글, 그림, 요청과 응답, 소스를 종이에 담고, 과제의 정답은 따로 떼어 낼 수 있는 쪽에 담아요.',
    },
  },
}

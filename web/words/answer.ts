/** What the page says at the top of an answer: loaded with the first one. */

const en = {
  title: 'The answer',
  check: 'by a check',
  /** Before and after the name of the check that stopped a request. */
  refusedAt: ['Refused at ', ': '],
  refusedBy: ['', ' refused: '],
  stoppedAt: ['Stopped at ', ': '],
  passed: (checks: number) =>
    checks === 1
      ? 'The one check was passed, and the server answered.'
      : `${checks === 2 ? 'Both' : `All ${checks}`} checks were passed, and the server answered.`,
  noForm: (type: string) => `for what came is ${type} and no form`,
  threw: (says: string) => `An exception left your code: ${says}.`,
  yours: (because: string) =>
    `Your code refused, before the handler was reached. It gave because: ${because}.`,
  itself: 'Every check was passed; the handler itself refused.',
  itselfAfter: (status: number) =>
    `The auth server refused, with ${status}. Here every check was passed, and the handler handed that refusal on.`,
  earlier: 'The last request was not sent. This is the answer to the one before.',
  diagram: 'Sequence diagram',
  compareWith: (id: number) => `Compare with request ${id}`,
  /** A hop, by what the two servers are called. */
  hop: (client: string, auth: string) => `${client} → ${auth}`,
  noAnswer: 'nobody answered',
  showHop: 'Show what crossed there',
}

const ko: typeof en = {
  title: '응답',
  check: '테스트',
  refusedAt: ['‘', '’ 검사에서 거절했어요. '],
  refusedBy: ['', '가 거절했어요. '],
  stoppedAt: ['‘', '’ 검사에서 멈췄어요. '],
  passed: (checks: number) =>
    checks === 1
      ? '검사 하나를 통과했고 서버가 응답했어요.'
      : `검사 ${checks}개를 모두 통과했고 서버가 응답했어요.`,
  noForm: (type: string) => `폼이 아니라 ${type} 형식을 받았거든요`,
  threw: (says) => `내 코드에서 예외가 났어요. ${says}`,
  yours: (because: string) =>
    `핸들러에 닿기 전에 내 코드가 거절했어요. because로 ${because}라고 했어요.`,
  itself: '검사는 모두 통과했어요. 핸들러가 직접 거절했어요.',
  itselfAfter: (status: number) =>
    `인증 서버가 ${status} 응답으로 거절했어요. 이 서버의 검사는 모두 통과했고, 핸들러가 그 거절을 전달했어요.`,
  earlier: '방금 쓴 요청은 보내지 않았어요. 아래는 그 앞 요청의 응답이에요.',
  diagram: '시퀀스 다이어그램',
  compareWith: (id: number) => `${id}번 요청과 비교하기`,
  hop: (client: string, auth: string) => `${client} → ${auth}`,
  noAnswer: '응답 없음',
  showHop: '여기서 오간 것 보기',
}

export const answerWords = { en, ko }

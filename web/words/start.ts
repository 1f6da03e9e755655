/** What the start page says, in both languages. */

interface StartWords {
  headline: string
  what: string
  begin: string
  /** Which lesson and page one goes on with. */
  goOn: (lesson: number, page: string) => string
  again: string
  forWhom: [who: string, what: string][]
  course: string
  part: string
  anyOrder: string
  state: Record<'new' | 'begun' | 'done', string>
  tasks: (done: number, all: number) => string
  startOver: string
  startOverSure: string
  startedOver: string
  picture: {
    label: string
    withToken: string
    without: string
    answer: string
  }
}

export const startWords = {
  en: {
    headline: 'Learn bearer tokens by sending them',
    what: 'A tutorial of HTTP bearer authentication, the OAuth2 password flow and JWT. You send real requests to a small server, and see each decision that led to its answer beside the source code that made it.',
    begin: 'Begin with lesson 1',
    goOn: (lesson, page) => `Continue: lesson ${lesson}, ${page}`,
    again: 'All done: read lesson 1 again',
    forWhom: [
      ['Alone', 'No account; hints when you are stuck, and a solution after them.'],
      ['On a stage', 'Notes for whoever presents, and a key for everything.'],
      ['Offline', 'All of it comes from where this page came from; no request goes elsewhere.'],
    ],
    course: 'The course',
    part: 'Part I: from a bare header to a stolen cookie',
    anyOrder: 'Each lesson builds on the one before, and opens without it.',
    state: { new: 'not begun', begun: 'begun', done: 'done' },
    tasks: (done, all) => `${done} of ${all} tasks done`,
    startOver: 'Start the whole course over',
    startOverSure: 'Forget what you did in all lessons?',
    startedOver: 'All lessons start from the beginning.',
    picture: {
      label:
        'Two requests for the same page meet the same server. The one with an Authorization header passes the gates Header, Scheme and Token and is answered 200 OK by the handler. The one without is stopped at the first gate and answered 401 Unauthorized.',
      withToken: 'with a token',
      without: 'without',
      answer: 'stopped here',
    },
  },
  ko: {
    headline: '베어러 토큰, 직접\u00a0보내면서 배워요',
    what: 'HTTP Bearer 인증과 OAuth2 패스워드 플로, JWT를 다루는 튜토리얼이에요. 작은 서버에 진짜 요청을 보내고, 응답이 나오기까지 서버가 내린 판단을 그 판단을 내린 소스 코드와 나란히 봐요.',
    begin: '레슨 1부터 시작하기',
    goOn: (lesson, page) => `이어서 하기: 레슨 ${lesson}, ${page}`,
    again: '모두 마쳤어요: 레슨 1 다시 보기',
    forWhom: [
      ['혼자서', '가입할 필요가 없어요. 막히면 힌트가 있고, 그다음에는 풀이가 있어요.'],
      ['발표할 때', '발표자를 위한 메모가 있고, 모든 것을 키보드로 할 수 있어요.'],
      ['오프라인', '모든 것이 이 페이지를 받은 곳에서 와요. 다른 곳으로 나가는 요청은 없어요.'],
    ],
    course: '전체 과정',
    part: '1부: 헤더 하나에서 도둑맞은 쿠키까지',
    anyOrder: '레슨은 앞 레슨에 이어지지만, 어느 것이든 바로 열 수 있어요.',
    state: { new: '시작 전', begun: '진행 중', done: '완료' },
    tasks: (done, all) => `과제 ${all}개 중 ${done}개 완료`,
    startOver: '전체 과정 처음부터 다시 하기',
    startOverSure: '모든 레슨에서 한 일을 지울까요?',
    startedOver: '모든 레슨을 처음부터 시작해요.',
    picture: {
      label:
        '같은 페이지를 달라는 요청 두 개가 같은 서버에 도착해요. Authorization 헤더가 있는 요청은 헤더, 스킴, 토큰 단계를 지나 핸들러에게서 200 OK를 받아요. 헤더가 없는 요청은 첫 단계에서 멈추고 401 Unauthorized를 받아요.',
      withToken: '토큰 있음',
      without: '토큰 없음',
      answer: '여기서 멈춤',
    },
  },
} satisfies Record<'en' | 'ko', StartWords>

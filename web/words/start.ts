/** What the start page says, in both languages. */

interface StartWords {
  headline: string
  what: string
  begin: string
  /** Which lesson and page one goes on with. */
  goOn: (lesson: number, page: string) => string
  again: string
  forWhom: [who: string, what: string][]
  before: {
    title: string
    needs: string
    code: string
    /** What phrases in the text of a lesson do when they are pressed. */
    phrases: string
    /** What corresponds: the name in FastAPI, the name here, what it is. */
    twins: { summary: string; fastapi: string; here: string; what: string }
    rows: [fastapi: string, here: string, what: string][]
  }
  course: string
  part: string
  anyOrder: string
  /** The link to the page of tools. */
  tools: string
  state: Record<'new' | 'begun' | 'done', string>
  tasks: (done: number, all: number) => string
  /** How long a lesson takes. */
  minutes: (minutes: number) => string
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
    what: 'A tutorial on HTTP bearer authentication, the OAuth2 password flow and JWT. You send real requests to a small server and see each check that led to its answer, next to the source code that made it.',
    begin: 'Begin with lesson\u00a01',
    goOn: (lesson, page) => `Continue: lesson\u00a0${lesson}, ${page}`,
    again: 'All done: see what you learned',
    forWhom: [
      ['Alone', 'No account. Hints when you are stuck, then a solution.'],
      ['In a class', 'Notes for whoever presents, and a key for everything.'],
      ['No outside requests', 'Everything comes from where this page came from.'],
    ],
    before: {
      title: 'Before you begin',
      needs:
        'You should know what an HTTP request is and be able to read a little code. You need not know FastAPI or install anything.',
      code: 'The servers are written in TypeScript. Next to each is its twin in FastAPI, main.py, with the same parts.',
      phrases:
        'Phrases in blue can be pressed: on a blue ground they put a request in place, ready to send; on a dashed line they show the code they speak of. Words on a dotted line are explained.',
      twins: {
        summary: 'If you know FastAPI',
        fastapi: 'FastAPI',
        here: 'Here',
        what: 'What it is',
      },
      rows: [
        ['Depends', 'depends', 'a dependency: it runs before the handler and supplies a value'],
        ['OAuth2PasswordBearer', 'oauth2PasswordBearer', 'the dependency that finds the token'],
        ['OAuth2PasswordRequestForm', 'oauth2PasswordForm', 'the one that reads the login form'],
        ['BaseModel, response_model', 'model, returns', 'the fields of an answer'],
        ['HTTPException', 'Refusal', 'ends a request with a status and a sentence'],
      ],
    },
    course: 'The course',
    part: 'From a bare header to a stolen cookie',
    anyOrder: 'Each lesson builds on the one before, but you can open any of them.',
    tools: 'Tools',
    state: { new: 'not begun', begun: 'begun', done: 'done' },
    tasks: (done, all) => `${done} of ${all} tasks done`,
    minutes: (minutes) => `about ${minutes} minutes alone`,
    startOver: 'Start the whole course over',
    startOverSure: 'Forget what you did in all lessons?',
    startedOver: 'All lessons start from the beginning.',
    picture: {
      label:
        'Two requests for the same data reach the same server. The one with an Authorization header passes the checks Header, Scheme and Token and is answered 200 OK by the handler. The one without is stopped at the first check and answered 401 Unauthorized.',
      withToken: 'with a token',
      without: 'without',
      answer: 'stopped here',
    },
  },
  ko: {
    headline: 'Bearer 토큰, 직접\u00a0보내면서 배워요',
    what: 'HTTP Bearer 인증, OAuth2 패스워드 플로(password flow), JWT를 다루는 과정이에요. 작은 서버에 진짜 요청을 보내고, 응답이 나오기까지 서버가 무엇을 판단하는지, 해당 소스 코드와 나란히 살펴봐요.',
    begin: '레슨\u00a01부터 시작하기',
    goOn: (lesson, page) => `이어서 하기: 레슨\u00a0${lesson}, ${page}`,
    again: '모두 마쳤어요: 배운 것 보기',
    forWhom: [
      ['혼자서', '가입할 필요가 없어요. 막히면 힌트가 있고, 그다음에는 풀이가 있어요.'],
      ['발표할 때', '발표자 노트가 있고, 키보드만으로도 진행할 수 있어요.'],
      ['외부 요청 없음', '필요한 파일은 모두 이 사이트에서만 받아요. 외부로 나가는 요청은 없어요.'],
    ],
    before: {
      title: '시작하기 전에',
      needs:
        'HTTP 요청이 무엇인지 알고, 코드를 조금 읽을 수 있으면 돼요. FastAPI를 몰라도 되고, 아무것도 설치하지 않아도 돼요.',
      code: '서버 코드는 TypeScript로 작성했어요. 서버마다 같은 내용을 FastAPI로 작성한 main.py도 함께 볼 수 있어요.',
      phrases:
        '레슨 글의 파란 글자는 누를 수 있어요. 바탕까지 파란 글자를 누르면 요청이 준비되고, 파선 밑줄이 있는 파란 글자를 누르면 해당하는 코드가 보여요. 점선 밑줄이 있는 검은 글자를 누르면 낱말 뜻이 나와요.',
      twins: {
        summary: 'FastAPI를 안다면',
        fastapi: 'FastAPI',
        here: '여기서는',
        what: '하는 일',
      },
      rows: [
        ['Depends', 'depends', '의존성: 핸들러보다 먼저 실행되어 값을 넘겨줘요'],
        ['OAuth2PasswordBearer', 'oauth2PasswordBearer', '토큰을 찾는 의존성이에요'],
        ['OAuth2PasswordRequestForm', 'oauth2PasswordForm', '로그인 폼을 읽는 의존성이에요'],
        ['BaseModel, response_model', 'model, returns', '응답에 담을 필드를 정해요'],
        ['HTTPException', 'Refusal', '상태 코드와 문구로 요청을 거절해요'],
      ],
    },
    course: '전체 과정',
    part: '헤더 하나에서 도둑맞은 쿠키까지',
    anyOrder: '레슨은 차례로 이어지지만, 어느 레슨이든 바로 열 수 있어요.',
    tools: '도구',
    state: { new: '시작 전', begun: '진행 중', done: '완료' },
    tasks: (done, all) => `과제 ${all}개 중 ${done}개 완료`,
    minutes: (minutes) => `혼자 약 ${minutes}분`,
    startOver: '전체 과정 처음부터 다시 하기',
    startOverSure: '모든 레슨에서 한 일을 지울까요?',
    startedOver: '모든 레슨을 처음부터 시작해요.',
    picture: {
      label:
        '같은 데이터를 달라는 요청 두 개가 같은 서버에 도착해요. Authorization 헤더가 있는 요청은 헤더, 스킴, 토큰 검사를 지나 핸들러에게서 200 OK를 받아요. 헤더가 없는 요청은 첫 검사에서 멈추고 401 Unauthorized를 받아요.',
      withToken: '토큰 있음',
      without: '토큰 없음',
      answer: '여기서 멈춤',
    },
  },
} satisfies Record<'en' | 'ko', StartWords>

/** The course on one page, in both languages; loaded with it. Code stands in backticks. */

interface CourseSummary {
  title: string
  lead: string
  print: string
  proved: (done: number, all: number) => string
  /** What each lesson taught, by its slug. */
  learned: Record<string, string[]>
  next: {
    title: string
    lead: string
    /** What comes next: its name, what it is good for, and where it is laid down. */
    steps: [name: string, what: string, source: string, url: string][]
  }
}

const RFC = 'https://www.rfc-editor.org/rfc/rfc'

export const courseSummary = {
  en: {
    title: 'The course on one page',
    lead: 'HTTP bearer authentication, the OAuth2 password flow and JWT: what to remember of six lessons.',
    print: 'Print this page',
    proved: (done, all) =>
      `${done} of ${all} tasks done, each proved by requests and their answers.`,
    learned: {
      'first-steps': [
        'A bearer token works for whoever carries it. It travels in `Authorization: Bearer …`.',
        '`401` with a challenge asks who you are; `403` says that you may not.',
        '`tokenUrl` only tells clients where the login is. It creates no route.',
      ],
      'current-user': [
        'Finding a token is not verifying it. A dependency turns the token into a user, or refuses.',
        'Dependencies run before the handler, and the first refusal ends the request.',
      ],
      'password-flow': [
        'A login is a form, not JSON. Name and password are sent once, the token with each request.',
        'A wrong name and a wrong password get the same answer.',
        'An answer has only the fields that were named for it, so that no hash gets out.',
      ],
      jwt: [
        'A JWT is signed, not encrypted. Anybody can decode it; only the key can verify it.',
        '`exp` ends a token, in seconds since 1970. A logout does not.',
        'A signature is as good as its key. A published key lets everybody sign.',
        'Passwords are stored as slow, salted hashes.',
      ],
      'two-servers': [
        'The browser sends a cookie; the client server makes the `Authorization` header out of it.',
        'With the password flow the client server sees the password. Hence the flow must not be used any more.',
        'A status has to be true: `401` for a refused token, `502` or `504` when the other server fails.',
      ],
      'stolen-cookie': [
        '`HttpOnly` hides a cookie from scripts; escaping and a policy keep the scripts out.',
        'A server refuses forms of other origins by `Sec-Fetch-Site` or `Origin`; `SameSite` is the second defence.',
        'A `GET` changes nothing.',
      ],
    },
    next: {
      title: 'What comes next',
      lead: 'The password flow is where one learns, not what one builds. Three things take its place:',
      steps: [
        [
          'Refresh tokens',
          'keep access tokens short: a second token gets the next one, is used once, and can be revoked.',
          'RFC 9700 §2.2.2',
          `${RFC}9700#section-2.2.2`,
        ],
        [
          'Authorization code with PKCE',
          'lets people log in at the auth server alone, with a second factor or a passkey. No client sees a password.',
          'RFC 9700 §2.1.1',
          `${RFC}9700#section-2.1.1`,
        ],
        [
          'Public keys',
          'let every server verify a token and only one sign it, as with `RS256` or `Ed25519`. The keys are published as a JWK Set.',
          'RFC 7517 §5',
          `${RFC}7517#section-5`,
        ],
      ],
    },
  },
  ko: {
    title: '한 장으로 보는 전체 과정',
    lead: 'HTTP Bearer 인증, OAuth2 패스워드 플로, JWT. 여섯 레슨에서 기억할 것을 모았어요.',
    print: '인쇄하기',
    proved: (done, all) =>
      `과제 ${all}개 중 ${done}개를 마쳤어요. 모두 실제 요청과 응답으로 확인했어요.`,
    learned: {
      'first-steps': [
        'bearer 토큰은 가지고만 있으면 누구나 쓸 수 있어요. `Authorization: Bearer …`에 실려 가요.',
        '챌린지가 있는 `401`은 누구인지 묻고, `403`은 허용하지 않는다는 뜻이에요.',
        '`tokenUrl`은 로그인할 곳을 클라이언트에 알려 줄 뿐, 라우트를 만들지 않아요.',
      ],
      'current-user': [
        '토큰을 찾는 것과 검증하는 것은 달라요. 의존성이 토큰으로 사용자를 구하거나 거절해요.',
        '의존성은 핸들러보다 먼저 실행되고, 처음 나온 거절이 응답이 돼요.',
      ],
      'password-flow': [
        '로그인은 JSON이 아니라 폼이에요. 이름과 비밀번호는 한 번만, 토큰은 요청마다 보내요.',
        '이름이 틀려도 비밀번호가 틀려도 응답은 같아요.',
        '응답에는 정해 둔 필드만 담아요. 그래야 해시가 새어 나가지 않아요.',
      ],
      jwt: [
        'JWT는 서명된 것이지 암호화된 것이 아니에요. 디코딩은 누구나 하지만, 검증에는 키가 필요해요.',
        '토큰은 `exp`에 끝나요. 1970년부터 센 초예요. 로그아웃으로는 끝나지 않아요.',
        '서명은 키만큼만 안전해요. 공개된 키로는 누구나 서명할 수 있어요.',
        '비밀번호는 솔트를 섞은 느린 해시로 저장해요.',
      ],
      'two-servers': [
        '브라우저는 쿠키를 보내고, 클라이언트 서버가 그 쿠키로 `Authorization` 헤더를 만들어요.',
        '패스워드 플로에서는 클라이언트 서버가 비밀번호를 봐요. 그래서 이제 쓰면 안 돼요.',
        '상태 코드는 사실과 맞아야 해요. 거절된 토큰은 `401`, 다른 서버의 문제는 `502`나 `504`예요.',
      ],
      'stolen-cookie': [
        '`HttpOnly`는 쿠키를 스크립트에 숨기고, 이스케이프와 정책은 스크립트를 막아요.',
        '서버는 `Sec-Fetch-Site`나 `Origin`을 보고 출처가 다른 폼을 거절해요. `SameSite`는 그다음 방어예요.',
        '`GET`으로는 아무것도 바꾸지 않아요.',
      ],
    },
    next: {
      title: '다음에 배울 것',
      lead: '패스워드 플로는 배우기에 좋지만, 실제로 쓰면 안 돼요. 세 가지가 그 자리를 대신해요.',
      steps: [
        [
          '리프레시 토큰',
          '액세스 토큰의 유효 시간을 짧게 둘 수 있어요. 두 번째 토큰으로 다음 토큰을 받고, 한 번 쓰면 바뀌고, 취소할 수도 있어요.',
          'RFC 9700 §2.2.2',
          `${RFC}9700#section-2.2.2`,
        ],
        [
          'PKCE를 쓰는 인가 코드 방식',
          '인증 서버에서만 로그인해요. 2단계 인증이나 패스키를 쓸 수 있고, 클라이언트는 비밀번호를 보지 못해요.',
          'RFC 9700 §2.1.1',
          `${RFC}9700#section-2.1.1`,
        ],
        [
          '공개 키',
          '`RS256`이나 `Ed25519`처럼, 서명은 한 서버만 하고 검증은 어느 서버나 할 수 있어요. 키는 JWK Set으로 공개해요.',
          'RFC 7517 §5',
          `${RFC}7517#section-5`,
        ],
      ],
    },
  },
} satisfies Record<'en' | 'ko', CourseSummary>

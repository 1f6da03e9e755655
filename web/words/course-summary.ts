/** The course on one page, in both languages; loaded with it. Code stands in backticks. */

import { rfcName, rfcUrl } from './rfc.ts'

interface CourseSummary {
  title: string
  lead: string
  print: string
  proved: (done: number, all: number) => string
  next: {
    title: string
    lead: string
    /** What comes next: its name, what it is good for, and where it is laid down. */
    steps: [name: string, what: string, source: string, url: string][]
  }
}

export const courseSummary = {
  en: {
    title: 'The course on one page',
    lead: 'HTTP bearer authentication, the OAuth2 password flow and JWT: what to remember of six lessons.',
    print: 'Print this page',
    proved: (done, all) =>
      `${done} of ${all} tasks done, each proved by requests and their answers.`,
    next: {
      title: 'What comes next',
      lead: 'The password flow is where one learns, not what one builds. What systems of today have in its place and besides:',
      steps: [
        [
          'Authorization code with PKCE',
          'lets people log in at the auth server alone, with a second factor or a passkey. No client sees a password.',
          rfcName(9700, '2.1.1'),
          rfcUrl(9700, '2.1.1'),
        ],
        [
          'Refresh tokens',
          'keep access tokens short: a second token gets the next one, is used once, and can be revoked.',
          rfcName(9700, '2.2.2'),
          rfcUrl(9700, '2.2.2'),
        ],
        [
          'Public keys',
          'let every server verify a token and only one sign it, as with `RS256` or `Ed25519`. The keys are published as a JWK Set.',
          rfcName(7517, '5'),
          rfcUrl(7517, '5'),
        ],
      ],
    },
  },
  ko: {
    title: '한 장으로 보는 전체 과정',
    lead: 'HTTP Bearer 인증, OAuth2 패스워드 플로, JWT. 여섯 레슨에서 기억할 내용을 모았어요.',
    print: '인쇄하기',
    proved: (done, all) =>
      `과제 ${all}개 중 ${done}개를 마쳤어요. 모두 실제 요청과 응답으로 확인했어요.`,
    next: {
      title: '다음에 배울 것',
      lead: '패스워드 플로는 배우기에 좋지만, 실제로 쓰면 안 돼요. 인가 코드 플로가 대신하고, 다른 두 가지도 함께 알아 두면 좋아요.',
      steps: [
        [
          'PKCE를 쓰는 인가 코드 플로',
          '인증 서버에서만 로그인해요. 2단계 인증이나 패스키를 쓸 수 있고, 클라이언트는 비밀번호를 보지 못해요.',
          rfcName(9700, '2.1.1'),
          rfcUrl(9700, '2.1.1'),
        ],
        [
          '리프레시 토큰',
          '액세스 토큰의 유효 시간을 짧게 둘 수 있어요. 만료되면 리프레시 토큰으로 새 액세스 토큰을 받아요. 리프레시 토큰은 한 번 쓰면 바뀌고, 취소할 수도 있어요.',
          rfcName(9700, '2.2.2'),
          rfcUrl(9700, '2.2.2'),
        ],
        [
          '공개 키',
          '`RS256`이나 `Ed25519`처럼, 서명은 한 서버만 하고 검증은 어느 서버나 할 수 있어요. 키는 JWK Set으로 공개해요.',
          rfcName(7517, '5'),
          rfcUrl(7517, '5'),
        ],
      ],
    },
  },
} satisfies Record<'en' | 'ko', CourseSummary>

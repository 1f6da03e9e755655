/** What a `Set-Cookie` line means, in both languages; loaded with its anatomy. */

type Said = string | [set: string, unset: string]

const en = {
  unreadable: 'A Set-Cookie line without a name: browsers drop it.',
  gone: 'the browser forgets the cookie',
  httpOnly: ['no script can read it', 'every script of the page can read it'],
  secure: ['only sent over https; most browsers except localhost', 'sent over plain http too'],
  sameSite: [
    'not sent with POST forms and frames of other sites',
    'left to the browser, which may send it with forms and links of other sites',
  ],
  path: ['sent to this path and below', 'sent to the folder that set it'],
  maxAge: ['ends by itself after so many seconds', 'kept until the browser ends its session'],
} satisfies Record<string, Said>

const ko: typeof en = {
  unreadable: '이름이 없는 Set-Cookie 줄이에요. 브라우저는 버려요.',
  gone: '브라우저가 쿠키를 삭제해요',
  httpOnly: ['어떤 스크립트도 읽지 못해요', '페이지의 모든 스크립트가 읽을 수 있어요'],
  secure: ['https로만 보내요. 브라우저 대부분은 localhost만 예외로 둬요', 'http로도 보내요'],
  sameSite: [
    '다른 사이트의 POST 폼과 프레임에는 실려 가지 않아요',
    '브라우저에 달렸어요. 다른 사이트의 폼과 링크에 실릴 수 있어요',
  ],
  path: ['이 경로와 그 아래로만 보내요', '쿠키를 설정한 경로와 그 아래로만 보내요'],
  maxAge: ['정해진 초가 지나면 만료돼요', '브라우저가 세션을 끝낼 때까지 남아요'],
}

export const cookieWords = { en, ko }

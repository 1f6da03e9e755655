/** What the page says where a request is copied as a command: loaded when that is opened. */

const en = {
  curl: 'curl',
  fetch: 'fetch',
  link: 'Link',
  linked:
    'Copied. The link puts this request on the bench, without passwords, tokens and cookies, and sends nothing.',
  tooLong: 'The request is too long for a link.',
  shell: 'For',
  shells: { posix: 'Bash, zsh', powershell: 'PowerShell', cmd: 'cmd' },
  revealed: 'with token and password',
  copied: 'Copied.',
  masked: (what: string) => `Copied. A … stands for ${what}: fill it in, or tick the box.`,
  and: ' and ',
  secrets: {
    authorization: 'what Authorization carries',
    cookie: 'the cookie',
    password: 'the password',
    client_secret: 'the client secret',
    token: 'a token',
  },
  failed: 'The browser did not allow copying. Here it is to select:',
}

const ko: typeof en = {
  curl: 'curl',
  fetch: 'fetch',
  link: '링크',
  linked:
    '복사했어요. 이 링크는 요청을 작업대에 올려 두기만 하고 보내지 않아요. 비밀번호, 토큰, 쿠키는 빠져 있어요.',
  tooLong: '요청이 너무 길어서 링크에 담을 수 없어요.',
  shell: '셸',
  shells: { posix: 'Bash, zsh', powershell: 'PowerShell', cmd: 'cmd' },
  revealed: '토큰과 비밀번호 포함',
  copied: '복사했어요.',
  masked: (what: string) =>
    `복사했어요. ${what} 자리에는 …를 넣었어요. 직접 채우거나 위 칸에 체크하세요.`,
  and: ', ',
  secrets: {
    authorization: 'Authorization에 실린 값',
    cookie: '쿠키 값',
    password: '비밀번호',
    client_secret: '클라이언트 시크릿',
    token: '토큰',
  },
  failed: '브라우저가 복사를 허용하지 않았어요. 아래에서 직접 선택하세요.',
}

export const copyWords = { en, ko }

/** What a copy leaves out. */
export type CopySecret = keyof (typeof en)['secrets']

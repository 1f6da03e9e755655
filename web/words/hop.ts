/** What is said of a hop between two servers, in both languages; loaded with it. */

const en = {
  title: 'The hidden hop: your browser cannot see it',
  request: 'What the client server asked',
  response: 'What the auth server answered',
  none: 'Nobody answered.',
  decisions: 'What the auth server decided',
}

const ko: typeof en = {
  title: '숨은 구간: 브라우저는 볼 수 없어요',
  request: '클라이언트 서버가 보낸 요청',
  response: '인증 서버의 응답',
  none: '응답이 없어요.',
  decisions: '인증 서버의 판단',
}

export const hopWords = { en, ko }

/** What is said where a server is not served to a network: loaded with the first such answer. */

export const withheldWords = {
  en: 'This server is not served to a network: it is vulnerable on purpose, or signs with a key that everybody has. The same server runs in your browser, where only you can reach it.',
  ko: '이 서버는 네트워크에 열려 있지 않아요. 일부러 취약하게 만들었거나 누구나 아는 키로 서명하기 때문이에요. 같은 서버를 나만 접근할 수 있는 이 브라우저 안에서 쓸 수 있어요.',
}

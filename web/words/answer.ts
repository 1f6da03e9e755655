/** What the page says at the top of an answer: loaded with the first one. */

import type { HandlerWords } from './codes.ts'

const en = {
  title: 'The answer',
  /** Before and after the name of the check that stopped a request. */
  refusedAt: ['Refused at ', ': '],
  stoppedAt: ['Stopped at ', ': '],
  passed: (checks: number) =>
    checks === 1
      ? 'The one check was passed, and the server answered.'
      : `All ${checks} checks were passed, and the server answered.`,
  noForm: (type: string) => `for what came is ${type} and no form`,
  itself: 'Every check was passed; the handler itself refused.',
  itselfAfter: (status: number) =>
    `Every check was passed; the handler refused because the auth server had answered ${status}.`,
  /** Reasons of handlers. */
  refusals: {
    'logins-waiting': 'too many other logins wait',
    'client-gone': 'the client hung up',
    'cookie-missing': 'the browser sent no cookie with a token',
    'cookie-no-token': 'a cookie came, but what is in it is no token',
    'login-failed': 'the auth server did not accept the login',
    'upstream-busy': 'the auth server is too busy',
    'upstream-down': 'the auth server cannot be reached',
    'upstream-late': 'the auth server takes too long',
    'upstream-no-data': 'the auth server gave no data',
    'upstream-no-token': 'the auth server gave no token',
    'upstream-redirect': 'the auth server sent it elsewhere',
    'upstream-too-long': 'the auth server’s answer is too long',
  } satisfies HandlerWords as Record<string, string>,
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
  refusedAt: ['‘', '’ 검사에서 거절했어요. '],
  stoppedAt: ['‘', '’ 검사에서 멈췄어요. '],
  passed: (checks: number) =>
    checks === 1
      ? '검사 하나를 통과했고 서버가 응답했어요.'
      : `검사 ${checks}개를 모두 통과했고 서버가 응답했어요.`,
  noForm: (type: string) => `폼이 아니라 ${type}로 왔어요`,
  itself: '검사는 모두 통과했어요. 핸들러가 직접 거절했어요.',
  itselfAfter: (status: number) =>
    `검사는 모두 통과했어요. 핸들러가 인증 서버의 ${status} 응답을 받고 거절했어요.`,
  refusals: {
    'logins-waiting': '기다리는 로그인이 너무 많아요',
    'client-gone': '클라이언트가 연결을 끊었어요',
    'cookie-missing': '브라우저가 토큰이 든 쿠키를 보내지 않았어요',
    'cookie-no-token': '쿠키는 왔지만 그 안에 든 것이 토큰이 아니에요',
    'login-failed': '인증 서버가 로그인을 받아들이지 않았어요',
    'upstream-busy': '인증 서버가 너무 바빠요',
    'upstream-down': '인증 서버에 연결할 수 없어요',
    'upstream-late': '인증 서버가 너무 오래 걸려요',
    'upstream-no-data': '인증 서버가 데이터를 주지 않았어요',
    'upstream-no-token': '인증 서버가 토큰을 주지 않았어요',
    'upstream-redirect': '인증 서버가 다른 곳으로 보냈어요',
    'upstream-too-long': '인증 서버의 응답이 너무 길어요',
  } satisfies HandlerWords,
  earlier: '방금 쓴 요청은 보내지 않았어요. 아래는 그 앞 요청의 응답이에요.',
  diagram: '시퀀스 다이어그램',
  compareWith: (id: number) => `${id}번 요청과 비교하기`,
  hop: (client: string, auth: string) => `${client} → ${auth}`,
  noAnswer: '응답 없음',
  showHop: '여기서 오간 것 보기',
}

export const answerWords = { en, ko }

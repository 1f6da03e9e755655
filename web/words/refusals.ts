/** Why a handler refused, in both languages; loaded once one does. */

import type { HandlerWords } from './codes.ts'

const en = {
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
} satisfies HandlerWords

const ko: HandlerWords = {
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
}

export const refusalWords: Record<'en' | 'ko', Record<string, string>> = { en, ko }

/** What the checks of a JSON Web Token found: for the lessons that have such tokens. */

import type { Facts } from '#security'
import type { TokenReasonWords } from './codes.ts'

const DAY = 86_400
const YEAR = 365.25 * DAY

/** A time in seconds, in the largest unit of which it has two or more: nobody reads ten digits. */
function roughly(seconds: number): [number, 'second' | 'day' | 'year'] {
  if (seconds < 2 * DAY) return [seconds, 'second']
  return seconds < 2 * YEAR
    ? [Math.floor(seconds / DAY), 'day']
    : [Math.floor(seconds / YEAR), 'year']
}

const en = {
  'three-parts': () => 'header, payload and signature',
  'not-three-parts': (f: Facts) =>
    f['parts'] === 1
      ? 'it has one part, a JWT has three'
      : `it has ${f['parts']} parts, a JWT has three`,
  'not-base64url': () => 'a part is not base64url as it should be spelled',
  'token-too-long': (f: Facts) => `${f['length']} characters are no token of ours`,
  'header-readable': () => 'a JSON object',
  'header-not-an-object': () => 'not a JSON object',
  'header-critical': () => 'it demands what this server does not know',
  'header-b64': () => 'its payload would not be encoded',
  'algorithm-allowed': (f: Facts) => `${f['algorithm']}, as fixed here`,
  'algorithm-not-allowed': (f: Facts) => `says ${f['algorithm']}; only HS256 is taken`,
  'signature-matches': () => 'made with our key, and unchanged',
  'signature-differs': () => 'not what our key makes of these parts',
  'signature-not-checked': () => 'of a form that cannot be checked',
  'not-expired': (f: Facts) => {
    const [count, unit] = roughly(Number(f['seconds']))
    return `${count} ${count === 1 ? unit : `${unit}s`} left`
  },
  expired: () => 'its time is over',
  'not-yet-valid': () => 'its time has not come',
  'exp-missing': () => 'no exp: it would count for ever',
  'exp-not-a-date': () => 'exp is no date',
  'nbf-not-a-date': () => 'nbf is no date',
  'iat-not-a-date': () => 'iat is no date',
  'exp-too-far': () => 'exp is further away than any login lasts',
  'iat-in-future': () => 'iat is still to come',
  'claims-not-an-object': () => 'the payload is not a JSON object',
  'subject-present': (f: Facts) => `it is about ${f['sub']}`,
  'subject-missing': () => 'it is about nobody',
  'issuer-differs': () => 'made by somebody this server does not trust',
  'audience-differs': () => 'not made out to this server',
  'audience-not-ours': () => 'made out to somebody else',
  'token-id-not-text': () => 'its jti is no text',
  'id-token': () => 'an ID token is no access token',
  'no-web-crypto': () => 'this address is no secure context: the browser keeps Web Crypto off',
} satisfies TokenReasonWords as TokenReasonWords

const ko: TokenReasonWords = {
  'three-parts': () => '헤더, 페이로드, 서명이에요',
  'not-three-parts': (f) =>
    `${f['parts'] === 1 ? '부분이 하나뿐이에요' : `부분이 ${f['parts']}개예요`}. JWT는 세 부분으로 되어 있어요`,
  'not-base64url': () => '올바른 base64url이 아닌 부분이 있어요',
  'token-too-long': (f) => `${f['length']}자나 되는 토큰은 우리 것이 아니에요`,
  'header-readable': () => 'JSON 객체예요',
  'header-not-an-object': () => 'JSON 객체가 아니에요',
  'header-critical': () => '이 서버가 모르는 것을 요구해요',
  'header-b64': () => '페이로드를 인코딩하지 않은 토큰이에요',
  'algorithm-allowed': (f) => `여기서 정한 ${f['algorithm']}이에요`,
  'algorithm-not-allowed': (f) => `HS256만 받아요 (토큰의 alg: ${f['algorithm']})`,
  'signature-matches': () => '우리 키로 만들었고 바뀌지 않았어요',
  'signature-differs': () => '이 서버의 키로 계산한 값과 달라요',
  'signature-not-checked': () => '확인할 수 없는 형식이에요',
  'not-expired': (f) => {
    const [count, unit] = roughly(Number(f['seconds']))
    return `${count}${{ second: '초', day: '일', year: '년' }[unit]} 남았어요`
  },
  expired: () => '기한이 지났어요',
  'not-yet-valid': () => '아직 때가 아니에요',
  'exp-missing': () => 'exp가 없어 끝나지 않을 토큰이에요',
  'exp-not-a-date': () => 'exp가 날짜가 아니에요',
  'nbf-not-a-date': () => 'nbf가 날짜가 아니에요',
  'iat-not-a-date': () => 'iat가 날짜가 아니에요',
  'exp-too-far': () => 'exp가 너무 먼 미래예요',
  'iat-in-future': () => 'iat가 아직 오지 않은 시각이에요',
  'claims-not-an-object': () => '페이로드가 JSON 객체가 아니에요',
  'subject-present': (f) => `${f['sub']}의 토큰이에요`,
  'subject-missing': () => '누구의 것인지 적혀 있지 않아요',
  'issuer-differs': () => '이 서버가 믿지 않는 곳에서 만든 토큰이에요',
  'audience-differs': () => '이 서버에 쓰라고 만든 토큰이 아니에요',
  'audience-not-ours': () => '다른 곳에 쓰라고 만든 토큰이에요',
  'token-id-not-text': () => 'jti가 글자가 아니에요',
  'id-token': () => 'ID 토큰은 액세스 토큰이 아니에요',
  'no-web-crypto': () => '안전한 컨텍스트가 아니라서 브라우저가 Web Crypto를 막아 두었어요',
}

export const tokenReasonWords = { en, ko }

/** What an opened check says, in both languages; loaded with it. */

import type { Facts } from '#security'
import { filesForTexts, type GateWords, type RefusalWords } from './codes.ts'

const en = {
  asked: 'Asked',
  found: 'Found',
  facts: 'Facts',
  source: 'Source',
  show: (_region: string) => 'Show it in the server code',
  decider: 'Checked by',
  showDecider: 'Show the code that checks it',
  standard: 'Standard',
  notReached: 'The request never came this far, so nobody asked.',
  questions: {
    route: 'Is there a route for this method and this path?',
    header: 'Does the request carry an Authorization header, and only one?',
    scheme: 'Is the first word of that header Bearer, in capitals or not?',
    token: 'What comes after the word Bearer?',
    origin: 'Was this sent from this server’s own origin?',
    form: 'Does the body bring a form with a name and a password?',
    user: 'Which user is this request from?',
    parts: 'Is this three texts in base64url, joined by two dots?',
    'jose-header': 'Is the first part a JSON object this server understands?',
    algorithm: 'Does the token name the one algorithm that this server takes?',
    signature: 'Does our key make the same signature out of the first two parts?',
    expiry: 'Is the token within its time?',
    subject: 'Whom is the token about? Is it made out to somebody else?',
    activeUser: 'May this user come in?',
    handler: 'What did the route’s own code do?',
    own: 'What did a dependency that you wrote say?',
  } satisfies GateWords as Record<string, string>,
  because: {
    'route-found': (f: Facts) =>
      `The router knows ${f['route']} and runs what that route asks for.`,
    'route-missing': () => 'No route of this server has that path: the answer is 404.',
    'method-not-allowed': () =>
      'The path exists with other methods; the answer is 405 and lists them in Allow.',
    'slash-differs': () =>
      'Only the spelling with the other ending exists. The server sends a 307 there, and the browser asks again by itself.',
    'authorization-present': () => 'One is there. The next check looks at what it says.',
    'authorization-missing': () =>
      'There is none, so nobody knows who is asking. The server asks for credentials with a challenge.',
    'authorization-repeated': () =>
      'There are several. Taking one of them would be a guess, so the server takes none.',
    'scheme-bearer': () => 'It is. Upper or lower case makes no difference in a scheme’s name.',
    'scheme-not-bearer': () => 'This is another scheme, and the server reads none but Bearer.',
    'token-found-unchecked': () =>
      'A token. It is passed on as it is; whether it is valid is for later code to decide.',
    'token-empty': () =>
      'Nothing. An empty token counts as a wrong one, not as a missing one: the tutorial’s guard passes it on.',
    refused: () => 'The request was refused, and no reason was written down.',
    'dependency-failed': () =>
      'The dependency failed with an error. The client learns no more than 500, and the handler never ran.',
    'form-unreadable': () => 'The body broke whatever tried to read it.',
    'issuer-differs': () =>
      'Its iss does not name the issuer that this server trusts: somebody else made it.',
    'audience-differs': () =>
      'Its aud does not name this server: the token was made to be used elsewhere.',
    resolved: () => 'The dependency worked out its value and passed it on.',
    'resolved-activeUser': () => 'Yes: the account is active. The handler gets the user.',
    'form-complete': () => 'Both are there. Whether they are right is not asked here.',
    'username-missing': () =>
      'In the form there is no username, or it is empty. A body that is no form is not looked into.',
    'password-missing': () => 'In the form there is no password, or it is empty.',
    'grant_type-string-pattern-mismatch': () =>
      'The form asks for another grant. Here, only “password” is known.',
    ...filesForTexts((field) => `A file came as ${field}, and this server wants a text there.`),
    'multipart-broken': () => 'The body says it is multipart, but its parts cannot be told apart.',
    'body-too-long': () =>
      'There is more than 64 KiB. The server stopped reading, so nobody can fill its memory.',
    'body-cut-short': () => 'The connection ended before the body did.',
    'origin-own': () =>
      'The browser says that a page of this very origin sent it: scheme, host and port are the server’s own.',
    'origin-unsaid': () =>
      'Neither Sec-Fetch-Site nor Origin is there. A browser of today sends one with every form, so this is a client like curl, and no browser’s cookies come along.',
    'origin-foreign': () =>
      'No page of this server’s own origin sent it. Another port is another origin, and a page that names none counts as one too. A browser sends the person’s cookies along unnoticed, unless SameSite keeps them back.',
    'user-unknown': () => 'The name is in no record of this server.',
    'user-disabled': () => 'The user is known, and the account is switched off.',
    'password-wrong': () =>
      'There is such a user, but this is not the user’s password. One that is too long to be taken is refused so, too. The client is not told which of the two was wrong.',
    'three-parts': () => 'Yes. That says how it is written, and nothing about who wrote it.',
    'not-three-parts': () =>
      'A signed token has a header, a payload and a signature. This one is something else.',
    'not-base64url': () =>
      'A part has other characters, padding, or stray bits at its end. One token has one spelling here.',
    'token-too-long': () => 'It is longer than any token of this server; it was not even parsed.',
    'header-readable': () =>
      'It is. It says how the token is signed, and it is only a claim so far.',
    'header-not-an-object': () => 'Decoded, the first part is no JSON object.',
    'header-critical': () =>
      'It has a crit list: whoever does not understand what it lists must refuse the token.',
    'header-b64': () =>
      'Its b64 says that the payload is not encoded. A JWT always is, so this is refused.',
    'algorithm-allowed': () => 'It does. The server had chosen before it saw the token.',
    'algorithm-not-allowed': () =>
      'Its header names another algorithm. If the token could choose, its writer could choose none, or a weak one.',
    'signature-matches': () =>
      'It does. Whoever signed this knew the key, and not a bit of header or payload changed since.',
    'signature-differs': () =>
      'The signature does not fit header and payload. Either another key signed them, or something was changed afterwards; the server cannot tell which.',
    'signature-not-checked': () =>
      'The token’s form gives nothing to compute: there was nothing to compare.',
    'not-expired': () => 'Yes: the time in exp is still to come.',
    expired: () =>
      'Its time in exp has come. From that second on it counts for nothing, though its signature is right.',
    'not-yet-valid': () => 'Its nbf says that it does not count before a time still to come.',
    'exp-missing': () =>
      'It has no exp. A token without an end could be used for ever, so it is refused.',
    'exp-not-a-date': () => 'Its exp is no number of seconds since 1970.',
    'nbf-not-a-date': () => 'Its nbf is no number of seconds since 1970.',
    'iat-not-a-date': () => 'Its iat is no number of seconds since 1970.',
    'exp-too-far': () =>
      'It would count for longer than this server lets any token. A stolen one is good for as long.',
    'iat-in-future': () =>
      'Its iat says that it will be made some time to come: nobody made it honestly.',
    'claims-not-an-object': () => 'Decoded, the payload is no JSON object: there are no claims.',
    'subject-present': () => 'Its sub is a name. Whether there is such a user is asked next.',
    'subject-missing': () => 'It has no sub that is a name, so it speaks of nobody.',
    'audience-not-ours': () =>
      'Its aud names a recipient. This server has no name, so it cannot be the one meant.',
    'token-id-not-text': () => 'Its jti has to be text, and is not.',
    'id-token': () =>
      'It has an at_hash, as ID tokens have. Those tell a client who logged in; no API accepts them.',
    'no-web-crypto': () =>
      'Browsers offer Web Crypto on https and on localhost only. Without it, nothing can be signed or checked here.',
    'handler-answered': () => 'It ran, and its answer is what came back.',
    'handler-refused': () =>
      'It ran, and refused by itself: every check of this server had let the request through.',
    'handler-failed': () => 'It failed with an error. The client learns no more than 500.',
    'logins-waiting': () =>
      'Too many other logins wait to have their passwords checked. Come again once some are done.',
    'client-gone': () => 'The client hung up before the answer was ready, so the work ended there.',
    'login-failed': () => 'The auth server did not accept the name and the password.',
    'cookie-missing': () => 'No cookie with a token came, so there is nothing to send on.',
    'cookie-no-token': () =>
      'The cookie’s value is nothing that can stand in a header as a token, so it is not sent on.',
    'upstream-down': () => 'The auth server could not be reached.',
    'upstream-late': () => 'The auth server did not answer in time.',
    'upstream-busy': () => 'The auth server was busy and asked to try again later.',
    'upstream-redirect': () =>
      'The auth server answered with a redirect. It is not followed: a password or a token is for that server alone.',
    'upstream-too-long': () => 'The auth server’s answer was too long to be read to its end.',
    'upstream-no-token': () => 'The auth server answered, but there was no usable token in it.',
    'upstream-no-data': () => 'The auth server answered, but not with the data that was asked for.',
  } satisfies RefusalWords as Record<string, (facts: Facts) => string>,
  names: {
    route: 'Route',
    path: 'Path',
    method: 'Method',
    scheme: 'Scheme',
    parts: 'Parts',
    length: 'Characters',
    algorithm: 'alg',
    seconds: 'Seconds left',
    exp: 'exp',
    sub: 'sub',
    error: 'Error code',
  } as Record<string, string>,
  utc: (time: string) => `${time} UTC`,
  says: {
    '6750-2.1': 'A token travels as “Authorization: Bearer”, one space or more, and the token.',
    '6750-3':
      'A request without a usable token is answered with a Bearer challenge, which should say why and must have a parameter. This server sends the bare word, as the tutorial does.',
    '9110-11.1': 'The name of a scheme is the same in upper and lower case.',
    '6749-4.3.2':
      'The password grant is a form with grant_type, username and password. This server follows the tutorial and also takes it without grant_type.',
    '7519-3': 'A JWT is a row of base64url texts with dots between them.',
    '7515-7.1': 'The compact form is header, payload and signature, in this order.',
    '7515-4': 'The JOSE header says how the rest is secured.',
    '7515-4.1.11': 'Who does not understand a parameter listed in crit must refuse the token.',
    '7797-7': 'A JWT must not leave its payload unencoded.',
    '8725-3.1': 'The one who verifies chooses the algorithms; a token never does.',
    '7515-5.2':
      'The signature is computed over the received text; if it does not fit, all is refused.',
    '7519-4.1.4': 'On and after the time in exp, a token must not be accepted.',
    '7519-4.1.5': 'Before the time in nbf, a token must not be accepted.',
    '7519-4.1.6': 'iat says when the token was made; by it, its age can be judged.',
    '7519-4.1.2': 'sub says whom the token is about.',
    '7519-4.1.3': 'Where a token has an aud, who is not named there must refuse it.',
    '6454-7.3':
      'Origin says from which origin a request was sent; “null” stands for an opaque origin or one that a policy withholds. Today Fetch and HTML define it.',
    'fetch-metadata':
      'Sec-Fetch-Site says how sender and receiver are related; no script can change it.',
    '9110-15.5.2': '401 means that valid credentials are missing; it has to come with a challenge.',
    '9110-11.6.1': 'WWW-Authenticate carries that challenge: a scheme, and what it needs to know.',
  },
}

const ko: typeof en = {
  asked: '질문',
  found: '결과',
  facts: '값',
  source: '소스',
  show: () => '서버 코드에서 보기',
  decider: '검사하는 코드',
  showDecider: '검사하는 코드 보기',
  standard: '표준',
  notReached: '요청이 여기까지 오지 못해서 확인하지 않았어요.',
  questions: {
    route: '이 메서드와 경로에 맞는 라우트가 있나요?',
    header: 'Authorization 헤더가 있나요? 그리고 하나뿐인가요?',
    scheme: '그 헤더의 첫 단어가 Bearer인가요? 대소문자는 상관없어요.',
    token: 'Bearer 뒤에 무엇이 있나요?',
    origin: '이 서버의 출처에서 보냈나요?',
    form: '본문이 이름과 비밀번호가 담긴 폼인가요?',
    user: '어느 사용자가 보낸 요청인가요?',
    parts: 'base64url 텍스트 셋이 점 두 개로 이어져 있나요?',
    'jose-header': '첫 부분이 이 서버가 이해하는 JSON 객체인가요?',
    algorithm: '이 서버가 받는 단 하나의 알고리즘을 적었나요?',
    signature: '앞의 두 부분으로 우리 키가 만든 서명도 똑같나요?',
    expiry: '토큰의 유효 기간이 남아 있나요?',
    subject: '누구의 토큰인가요? 다른 곳에 쓰라고 만든 토큰은 아닌가요?',
    activeUser: '활성화된 계정인가요?',
    handler: '라우트 자신의 코드는 무엇을 했나요?',
    own: '직접 작성한 의존성은 뭐라고 했나요?',
  } satisfies GateWords,
  because: {
    'route-found': (f) =>
      `라우터가 아는 라우트예요: ${f['route']}. 이 라우트에 필요한 의존성부터 실행해요.`,
    'route-missing': () => '이 서버에는 그 경로의 라우트가 없어요. 응답은 404예요.',
    'method-not-allowed': () =>
      '경로는 있지만 다른 메서드만 받아요. 응답은 405이고, 받는 메서드를 Allow에 적어요.',
    'slash-differs': () =>
      '끝의 슬래시가 다른 경로만 있어요. 서버가 307로 그곳을 알려 주면 브라우저가 알아서 다시 요청해요.',
    'authorization-present': () => '하나 있어요. 무엇이 적혀 있는지는 다음 검사에서 확인해요.',
    'authorization-missing': () =>
      '없어요. 누가 보낸 요청인지 알 수 없으니, 서버는 챌린지로 자격 증명을 요구해요.',
    'authorization-repeated': () =>
      '여러 개예요. 하나를 고르면 짐작이 되니까 서버는 아무것도 받지 않아요.',
    'scheme-bearer': () => '맞아요. 스킴 이름은 대소문자를 구별하지 않아요.',
    'scheme-not-bearer': () => '다른 스킴이에요. 이 서버는 Bearer만 읽어요.',
    'token-found-unchecked': () => '토큰이 있어서 그대로 넘겨요. 유효한지는 뒤의 코드가 판단해요.',
    'token-empty': () =>
      '토큰 자리에 아무것도 없어요. 빈 토큰은 없는 토큰이 아니라 틀린 토큰으로 봐요. FastAPI 튜토리얼의 가드는 그대로 넘겨요.',
    refused: () => '요청을 거절했지만 이유는 적어 두지 않았어요.',
    'dependency-failed': () =>
      '값을 구하는 코드에서 오류가 났어요. 클라이언트는 500이라는 것만 알게 되고, 핸들러는 실행되지 않았어요.',
    'form-unreadable': () => '본문을 읽다가 오류가 났어요.',
    'issuer-differs': () =>
      'iss에 적힌 곳이 이 서버가 믿는 발급자가 아니에요. 다른 곳에서 만든 토큰이에요.',
    'audience-differs': () => 'aud에 이 서버가 없어요. 다른 곳에 쓰라고 만든 토큰이에요.',
    resolved: () => '의존성이 값을 구해서 넘겼어요.',
    'resolved-activeUser': () => '네. 활성화된 계정이에요. 핸들러가 이 사용자를 받아요.',
    'form-complete': () => '둘 다 있어요. 맞는지는 여기서 확인하지 않아요.',
    'username-missing': () =>
      '폼에 username이 없거나 비어 있어요. 폼이 아닌 본문은 들여다보지 않아요.',
    'password-missing': () => '폼에 password가 없거나 비어 있어요.',
    'grant_type-string-pattern-mismatch': () =>
      '다른 grant_type을 요청한 폼이에요. 이 서버는 password만 받아요.',
    ...filesForTexts((field) => `${field} 자리에 파일이 왔어요. 이 서버는 여기서 텍스트만 받아요.`),
    'multipart-broken': () => '본문이 multipart라고 하는데, 부분을 나눌 수 없어요.',
    'body-too-long': () =>
      '64 KiB가 넘어요. 누구도 메모리를 채우지 못하도록 서버는 읽기를 멈췄어요.',
    'body-cut-short': () => '본문이 끝나기 전에 연결이 끊겼어요.',
    'origin-own': () =>
      '이 서버와 같은 출처의 페이지가 보냈다고 브라우저가 알려 줘요. 스킴, 호스트, 포트가 모두 같아요.',
    'origin-unsaid': () =>
      'Sec-Fetch-Site도 Origin도 없어요. 요즘 브라우저는 폼을 보낼 때 하나는 붙이니 curl 같은 클라이언트예요. 남의 쿠키가 실려 올 수 없어요.',
    'origin-foreign': () =>
      '이 서버의 출처에서 보낸 것이 아니에요. 포트만 달라도 다른 출처이고, 출처를 밝히지 않는 페이지도 다른 출처로 봐요. SameSite가 막지 않으면 브라우저는 사용자도 모르게 쿠키를 실어 보내요.',
    'user-unknown': () => '이 서버에 없는 사용자예요.',
    'user-disabled': () => '등록된 사용자지만 비활성화된 계정이에요.',
    'password-wrong': () =>
      '그런 사용자는 있지만 그 사용자의 비밀번호가 아니에요. 너무 길어서 받지 않는 비밀번호도 이렇게 거절해요. 이름과 비밀번호 중 무엇이 틀렸는지 클라이언트에는 알리지 않아요.',
    'three-parts': () => '맞아요. 어떻게 적었는지만 알 뿐, 누가 적었는지는 아직 몰라요.',
    'not-three-parts': () =>
      '서명된 토큰에는 헤더, 페이로드, 서명이 있어요. 이 값은 그런 형식이 아니에요.',
    'not-base64url': () =>
      'base64url에 없는 글자나 패딩이 있거나, 끝에 남는 비트가 0이 아니에요. 이 서버는 같은 토큰을 다르게 적은 것을 받지 않아요.',
    'token-too-long': () => '이 서버의 어떤 토큰보다도 길어서 해석하지도 않았어요.',
    'header-readable': () => '맞아요. 어떻게 서명했는지 적혀 있지만, 아직은 주장일 뿐이에요.',
    'header-not-an-object': () => '첫 부분을 디코딩해도 JSON 객체가 아니에요.',
    'header-critical': () =>
      'crit 목록이 있어요. 거기 적힌 것을 이해하지 못하면 토큰을 거절해야 해요.',
    'header-b64': () =>
      'b64에 페이로드를 인코딩하지 않았다고 적혀 있어요. JWT는 언제나 인코딩하니 거절해요.',
    'algorithm-allowed': () => '맞아요. 서버는 토큰을 보기 전에 이미 정해 두었어요.',
    'algorithm-not-allowed': () =>
      '다른 알고리즘이 적혀 있어요. 토큰이 고를 수 있다면, 토큰을 만든 사람이 none이나 취약한 것을 고를 수 있어요.',
    'signature-matches': () =>
      '똑같아요. 서명한 쪽은 키를 알았고, 그 뒤로 헤더와 페이로드는 한 비트도 바뀌지 않았어요.',
    'signature-differs': () =>
      '서명이 헤더와 페이로드에 맞지 않아요. 다른 키로 서명했거나 나중에 내용을 바꿨어요. 서버는 둘 중 어느 쪽인지 알 수 없어요.',
    'signature-not-checked': () => '계산할 수 없는 형식의 토큰이라 비교할 것이 없었어요.',
    'not-expired': () => '네. exp의 시각이 아직 오지 않았어요.',
    expired: () => 'exp의 시각이 지났어요. 그 시각이 되는 순간부터는 서명이 맞아도 효력이 없어요.',
    'not-yet-valid': () => 'nbf에 적힌 시각부터 쓸 수 있는데, 그 시각이 아직 오지 않았어요.',
    'exp-missing': () => 'exp가 없어요. 끝이 없는 토큰은 영원히 쓸 수 있으니 거절해요.',
    'exp-not-a-date': () => 'exp가 1970년부터 센 초가 아니에요.',
    'nbf-not-a-date': () => 'nbf가 1970년부터 센 초가 아니에요.',
    'iat-not-a-date': () => 'iat가 1970년부터 센 초가 아니에요.',
    'exp-too-far': () =>
      '이 서버가 어떤 토큰에도 허락하지 않을 만큼 오래 쓸 수 있는 토큰이에요. 훔친 토큰도 그만큼 오래 쓸 수 있어요.',
    'iat-in-future': () =>
      'iat에 아직 오지 않은 시각이 적혀 있어요. 정직하게 만든 토큰이 아니에요.',
    'claims-not-an-object': () => '페이로드를 디코딩해도 JSON 객체가 아니라서 클레임이 없어요.',
    'subject-present': () => 'sub가 이름이에요. 그런 사용자가 있는지는 다음에 확인해요.',
    'subject-missing': () => '이름이 적힌 sub가 없어서, 누구의 토큰도 아니에요.',
    'audience-not-ours': () =>
      'aud에 받는 쪽이 적혀 있어요. 이 서버는 이름이 없으니 거기 적힌 쪽일 수 없어요.',
    'token-id-not-text': () => 'jti는 글자여야 하는데 그렇지 않아요.',
    'id-token': () =>
      'ID 토큰처럼 at_hash가 있어요. ID 토큰은 누가 로그인했는지 클라이언트에 알릴 뿐, API에 쓰는 토큰이 아니에요.',
    'no-web-crypto': () =>
      '브라우저는 https와 localhost에서만 Web Crypto를 줘요. Web Crypto가 없으면 서명할 수도, 서명을 확인할 수도 없어요.',
    'handler-answered': () => '실행되었고, 돌아온 응답이 바로 그 결과예요.',
    'handler-refused': () => '이 서버의 검사는 모두 통과했고, 핸들러가 실행되어 요청을 거절했어요.',
    'handler-failed': () => '실행되다가 오류가 났어요. 클라이언트는 500이라는 것만 알게 돼요.',
    'logins-waiting': () =>
      '비밀번호 확인을 기다리는 로그인이 너무 많아요. 잠시 뒤에 다시 시도하면 돼요.',
    'client-gone': () => '응답이 준비되기 전에 클라이언트가 연결을 끊어서, 거기서 멈췄어요.',
    'login-failed': () => '인증 서버가 이름과 비밀번호를 받아들이지 않았어요.',
    'cookie-missing': () => '토큰이 담긴 쿠키가 오지 않아서 넘겨줄 것이 없어요.',
    'cookie-no-token': () =>
      '쿠키의 값이 헤더에 토큰으로 넣을 수 있는 형태가 아니라서 넘기지 않았어요.',
    'upstream-down': () => '인증 서버에 연결하지 못했어요.',
    'upstream-late': () => '인증 서버가 제시간에 응답하지 않았어요.',
    'upstream-busy': () => '인증 서버가 바빠서 나중에 다시 오라고 했어요.',
    'upstream-redirect': () =>
      '인증 서버가 리다이렉트로 응답했어요. 비밀번호와 토큰은 그 서버에만 보내야 하니까 따라가지 않아요.',
    'upstream-too-long': () => '인증 서버의 응답이 너무 길어서 끝까지 읽지 않았어요.',
    'upstream-no-token': () => '인증 서버가 응답했지만 쓸 수 있는 토큰이 없었어요.',
    'upstream-no-data': () => '인증 서버가 응답했지만 요청한 데이터가 아니었어요.',
  } satisfies RefusalWords,
  names: {
    route: '라우트',
    path: '경로',
    method: '메서드',
    scheme: '스킴',
    parts: '부분 수',
    length: '글자 수',
    algorithm: 'alg',
    seconds: '남은 초',
    exp: 'exp',
    sub: 'sub',
    error: '오류 코드',
  },
  utc: (time) => `UTC ${time}`,
  says: {
    '6750-2.1': '토큰은 “Authorization: Bearer” 뒤에 공백을 하나 이상 두고 적어 보내요.',
    '6750-3':
      '쓸 수 있는 토큰이 없는 요청에는 Bearer 챌린지로 응답해요. 챌린지에 이유를 적는 것이 좋고 매개변수도 있어야 하지만, 이 서버는 FastAPI 튜토리얼처럼 단어만 보내요.',
    '9110-11.1': '스킴 이름은 대문자로 적든 소문자로 적든 같아요.',
    '6749-4.3.2':
      '패스워드 플로의 로그인은 grant_type, username, password가 담긴 폼이에요. 이 서버는 FastAPI 튜토리얼을 따라 grant_type이 없는 폼도 받아요.',
    '7519-3': 'JWT는 base64url 텍스트를 점으로 이어 놓은 것이에요.',
    '7515-7.1': '컴팩트 형식은 헤더, 페이로드, 서명 순서예요.',
    '7515-4': 'JOSE 헤더에는 나머지를 어떻게 보호했는지 적어요.',
    '7515-4.1.11': 'crit에 적힌 매개변수를 이해하지 못하면 토큰을 거절해야 해요.',
    '7797-7': 'JWT의 페이로드를 인코딩하지 않은 채로 두면 안 돼요.',
    '8725-3.1': '알고리즘은 검증하는 쪽이 골라요. 토큰이 고르는 일은 없어야 해요.',
    '7515-5.2': '받은 텍스트로 서명을 계산하고, 맞지 않으면 전부 거절해요.',
    '7519-4.1.4': 'exp의 시각부터는 토큰을 받아들이면 안 돼요.',
    '7519-4.1.5': 'nbf의 시각 전에는 토큰을 받아들이면 안 돼요.',
    '7519-4.1.6': 'iat에는 토큰을 만든 시각을 적어요. 얼마나 오래된 토큰인지 알 수 있어요.',
    '7519-4.1.2': 'sub에는 누구의 토큰인지 적어요.',
    '7519-4.1.3': '토큰의 aud에 자기 이름이 없으면 서버는 그 토큰을 거절해야 해요.',
    '6454-7.3':
      'Origin은 어느 출처에서 보낸 요청인지 알려 줘요. “null”은 불투명한 출처이거나, 정책에 따라 밝히지 않는다는 뜻이에요. 지금은 Fetch와 HTML 표준이 정해요.',
    'fetch-metadata':
      'Sec-Fetch-Site는 보낸 쪽과 받는 쪽의 관계를 알려 줘요. 스크립트로는 바꿀 수 없어요.',
    '9110-15.5.2': '401은 올바른 자격 증명이 없다는 뜻이고, 챌린지와 함께 와야 해요.',
    '9110-11.6.1': '그 챌린지는 WWW-Authenticate에 담겨요. 스킴과 그 스킴에 필요한 것을 적어요.',
  },
}

/** A section of a standard that an opened gate can speak of. */
export type Section = keyof typeof en.says

export const gatesWords = { en, ko } satisfies Record<'en' | 'ko', typeof en>

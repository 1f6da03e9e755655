/** What is wrong with a token, or worth knowing, and where: a sentence for each finding. */

/** Where and what, the part as a word of the language. */
interface Facts {
  part: string
  at: number
  about: string
  count: number
}

type Sentence = (facts: Facts) => string

const en = {
  problem: {
    blank: ({ count }) =>
      `There is nothing here but ${count === 1 ? 'a blank' : `${count} blanks`}.`,
    'blank-around': () => 'There are blanks around this token. They are no part of it.',
    'header-line': () => 'This is a whole header line. The token is what stands after the scheme.',
    scheme: () =>
      'The scheme came along. The word before the blank belongs to the header, not to the token.',
    quotes: () =>
      'There are quotation marks around it. They belong to the JSON or the code it was copied from.',
    cookie: () => 'This is a cookie with its name. The token is its value.',
    'token-response': () =>
      'This is a whole token response. The token is the value of access_token.',
    'json-member': ({ about }) =>
      `This is JSON, or a piece of it. The token is the value of ${about}.`,
    command: () => 'This is a whole command. The token is only a part of it.',
    'url-parameter': ({ about }) =>
      `This is an address or a form. The token is the value of ${about}.`,
    assignment: ({ about }) =>
      `This is a line of code or of settings. The token is the value of ${about}.`,
    'html-escaped': () => 'This is a piece of HTML, with its escapes. The token stands in it.',
    'quoted-printable': () =>
      'This is out of an e-mail, with line ends and escapes of its own (quoted-printable, RFC 2045 §6.7). They are no part of the token.',
    found: ({ at }) => `There is more than a token here. It starts at character ${at}.`,
    several: ({ count }) => `These are ${count} tokens. Only one at a time can be looked at.`,
    invisible: ({ at, about }) =>
      `Character ${at} cannot be seen: ${about}. It came along in copying; a token has no such character.`,
    template: ({ about }) =>
      `${about} is a blank in a template, and nothing has filled it in: the token is still missing.`,
    variable: ({ about }) =>
      `${about} is a variable, and nothing has put its value there: the token is still missing.`,
    placeholder: ({ about }) =>
      `${about} only stands for a token. A real one belongs in its place.`,
    'json-general': ({ count }) =>
      `This is a token signed ${count === 1 ? 'once' : `${count} times`}, in the general JSON form (RFC 7515 §7.2.1). A JWT is always in the compact form.`,
    'json-encrypted': () =>
      'This is something encrypted, in its JSON form (RFC 7516 §7.2). A JWT is always in the compact form.',
    'json-keys': () =>
      'These are keys (RFC 7517) and no token. With keys, tokens are signed, checked or encrypted.',
    'json-serialization': () =>
      'This is a signature in its JSON form (RFC 7515 §7.2). A JWT is always in the compact form.',
    'json-instead': () => 'This is JSON and no token: nothing in it is encoded or signed.',
    'blank-inside': ({ at }) =>
      `Character ${at} is a blank or a line break, probably from copying. A token has none.`,
    shortened: ({ at }) =>
      `From character ${at} on it was shortened for display. The rest of the token is not here.`,
    'one-part': () =>
      'This is one part of three: the header or the payload of a JWT by itself, without its dots.',
    'two-parts': ({ at }) =>
      `Two parts of three. At character ${at} a dot and the signature are missing.`,
    'many-parts': ({ at, count }) =>
      `${count} parts, but a signed token has three. The dot at character ${at} is one too many.`,
    'too-long': ({ count }) => `${count} characters are too many to take apart here.`,
    'empty-part': ({ part }) => `The ${part} is empty: there is nothing before its dot.`,
    padding: ({ part, at }) =>
      `Character ${at} of the ${part} is “=”. That is padding, which tokens leave out (RFC 7515 §2).`,
    'plain-base64': ({ part, at, about }) =>
      `Character ${at} of the ${part} is “${about}”. That is plain base64; base64url writes - for + and _ for /.`,
    'bad-character': ({ part, at, about }) =>
      `Character ${at} of the ${part} is “${about}”. Base64url has only A–Z, a–z, 0–9, - and _.`,
    'bad-length': ({ part, count }) =>
      `The ${part} has ${count} characters. No bytes make that many, so at least one was lost or added.`,
    'not-utf8': ({ part, at }) => `Byte ${at} of the ${part} is not UTF-8, so this is no text.`,
    'byte-order-mark': ({ part }) =>
      `The ${part} starts with a byte order mark, which JSON does not have (RFC 8259 §8.1).`,
    'not-an-object': ({ part, about }) => `The ${part} is JSON, but not an object: ${about}.`,
    nested: ({ part }) =>
      `The ${part} is another token, signed first and then signed again (RFC 7519 §5.2).`,
  } satisfies Record<string, Sentence>,
  json: {
    'json-empty': () => 'there is no JSON',
    'json-end': () => 'the text ends while something is still open',
    'json-after': ({ about }) => `“${about}” stands after the end`,
    'json-comma': ({ about }) => `a comma is missing before “${about}”`,
    'json-last-comma': () => 'nothing follows this comma',
    'json-colon': ({ about }) => `a colon is missing before “${about}”`,
    'json-name': ({ about }) => `a name in double quotes should stand here, not “${about}”`,
    'json-quotes': () => 'JSON has double quotes only',
    'json-control': () => 'a line break or control character inside a text must be escaped',
    'json-escape': () => 'JSON has no such escape',
    'json-number': () => 'no number is written like this in JSON',
    'json-value': ({ about }) => `no value starts with “${about}”`,
    'json-deep': () => 'it is nested more than 64 levels deep',
  } satisfies Record<string, Sentence>,
  jsonAt: (what: string, at: number) => `Character ${at}: ${what}.`,
  jsonIn: (part: string, sentence: string) => `The ${part} is not JSON. ${sentence}`,
  warning: {
    long: ({ count }) => `${count} characters: many servers, these too, refuse more than 8,192.`,
    repeated: ({ part, about }) =>
      `${about} occurs more than once in the ${part}. A server must refuse it or take the last one (RFC 7515 §4, RFC 7519 §4).`,
    'stray-bits': ({ part, about }) =>
      `The last character of the ${part}, “${about}”, has bits that belong to no byte. The same bytes have another spelling.`,
    unsigned: ({ about }) =>
      `The header says ${about} and there is no signature: anybody can write such a token.`,
    'unsigned-but-signature': ({ about }) =>
      `The header says ${about}, and yet there is a signature. Nothing says how to check it.`,
    'signature-missing': ({ about }) => `The header says ${about}, but there is no signature.`,
    'signature-length': ({ about, count, at }) =>
      `A signature by ${about} has ${count} bytes; this one has ${at}.`,
    'algorithm-missing': () =>
      'The header names no algorithm in alg, which every signed token must (RFC 7515 §4.1.1).',
  } satisfies Record<string, Sentence>,
  types: {
    array: 'a list',
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
  } as Record<string, string>,
}

const ko: typeof en = {
  problem: {
    blank: ({ count }) => `공백 ${count}자만 있어요.`,
    'blank-around': () => '토큰 앞뒤에 공백이 있어요. 공백은 토큰이 아니에요.',
    'header-line': () => '헤더 한 줄을 통째로 붙였어요. 스킴 다음이 토큰이에요.',
    scheme: () => '스킴이 따라왔어요. 공백 앞의 단어는 헤더에 적는 스킴이고 토큰이 아니에요.',
    quotes: () => '따옴표로 싸여 있어요. 복사해 온 JSON이나 코드의 따옴표예요.',
    cookie: () => '쿠키를 이름까지 붙였어요. 토큰은 쿠키의 값이에요.',
    'token-response': () => '토큰 응답을 통째로 붙였어요. 토큰은 access_token의 값이에요.',
    'json-member': ({ about }) => `JSON이거나 그 한 조각이에요. 토큰은 ${about}의 값이에요.`,
    command: () => '명령을 통째로 붙였어요. 토큰은 그 안의 일부예요.',
    'url-parameter': ({ about }) => `주소나 폼이에요. 토큰은 ${about}의 값이에요.`,
    assignment: ({ about }) => `코드나 설정 한 줄이에요. 토큰은 ${about}의 값이에요.`,
    'html-escaped': () => '이스케이프된 HTML 조각이에요. 토큰은 그 안에 있어요.',
    'quoted-printable': () =>
      '이메일에서 온 글이라 줄을 나누고 글자를 바꿔 적었어요(quoted-printable, RFC 2045 §6.7). 토큰에는 그런 표기가 없어요.',
    found: ({ at }) => `토큰 말고 다른 글도 있어요. 토큰은 ${at}번째 글자에서 시작해요.`,
    several: ({ count }) => `토큰이 ${count}개예요. 한 번에 하나만 볼 수 있어요.`,
    invisible: ({ at, about }) =>
      `${at}번째 글자가 눈에 보이지 않아요: ${about}. 복사하다 따라왔어요. 토큰에는 없는 글자예요.`,
    template: ({ about }) =>
      `${about}, 템플릿의 빈칸이 채워지지 않고 그대로 남았어요. 토큰은 아직 없어요.`,
    variable: ({ about }) =>
      `${about}, 변수 이름이 값으로 바뀌지 않고 그대로 남았어요. 토큰은 아직 없어요.`,
    placeholder: ({ about }) =>
      `${about}, 토큰이 들어갈 자리만 표시한 글이에요. 진짜 토큰을 넣어 보세요.`,
    'json-general': ({ count }) =>
      `서명이 ${count}개인 토큰을 일반 JSON 형식으로 쓴 것이에요(RFC 7515 §7.2.1). JWT는 언제나 컴팩트 형식이에요.`,
    'json-encrypted': () =>
      '암호화한 것을 JSON 형식으로 쓴 것이에요(RFC 7516 §7.2). JWT는 언제나 컴팩트 형식이에요.',
    'json-keys': () =>
      '토큰이 아니라 키예요(RFC 7517). 키로 토큰에 서명하고, 확인하고, 암호화해요.',
    'json-serialization': () =>
      'JSON 형식으로 쓴 서명이에요(RFC 7515 §7.2). JWT는 언제나 컴팩트 형식이에요.',
    'json-instead': () => '토큰이 아니라 JSON이에요. 인코딩하거나 서명한 것이 없어요.',
    'blank-inside': ({ at }) =>
      `${at}번째 글자가 공백이나 줄바꿈이에요. 복사하다 들어간 것 같아요. 토큰에는 공백이 없어요.`,
    shortened: ({ at }) =>
      `${at}번째 글자부터는 보여 주려고 줄인 거예요. 토큰의 나머지가 여기 없어요.`,
    'one-part': () =>
      '셋 가운데 하나만 있어요. JWT의 헤더나 페이로드를 점 없이 따로 떼어 낸 것이에요.',
    'two-parts': ({ at }) => `셋 가운데 둘만 있어요. ${at}번째 자리에 점과 서명이 없어요.`,
    'many-parts': ({ at, count }) =>
      `${count}부분이에요. 서명된 토큰은 세 부분이니, ${at}번째 글자의 점이 하나 많아요.`,
    'too-long': ({ count }) => `${count}자는 여기서 뜯어보기에 너무 길어요.`,
    'empty-part': ({ part }) => `${part} 부분이 비어 있어요. 점 앞에 아무것도 없어요.`,
    padding: ({ part, at }) =>
      `${part} 부분의 ${at}번째 글자가 “=”예요. 패딩인데, 토큰에서는 빼고 적어요(RFC 7515 §2).`,
    'plain-base64': ({ part, at, about }) =>
      `${part} 부분의 ${at}번째 글자가 “${about}”예요. 일반 base64예요. base64url은 + 대신 -, / 대신 _를 써요.`,
    'bad-character': ({ part, at, about }) =>
      `${part} 부분의 ${at}번째 글자가 “${about}”예요. base64url에는 A–Z, a–z, 0–9, -, _만 있어요.`,
    'bad-length': ({ part, count }) =>
      `${part} 부분이 ${count}자예요. 어떤 바이트도 이 길이가 되지 않으니, 글자가 빠졌거나 더해졌어요.`,
    'not-utf8': ({ part, at }) =>
      `${part} 부분의 ${at}번째 바이트가 UTF-8이 아니라서 글로 읽을 수 없어요.`,
    'byte-order-mark': ({ part }) =>
      `${part} 부분이 바이트 순서 표시로 시작해요. JSON에는 없는 거예요(RFC 8259 §8.1).`,
    'not-an-object': ({ part, about }) => `${part} 부분이 JSON이지만 객체가 아니에요: ${about}.`,
    nested: ({ part }) =>
      `${part} 부분에 또 다른 토큰이 있어요. 서명한 토큰에 다시 서명했어요(RFC 7519 §5.2).`,
  },
  json: {
    'json-empty': () => 'JSON이 없어요',
    'json-end': () => '열어 둔 것을 닫지 않고 끝났어요',
    'json-after': ({ about }) => `끝난 뒤에 “${about}” 글자가 있어요`,
    'json-comma': ({ about }) => `“${about}” 앞에 쉼표가 없어요`,
    'json-last-comma': () => '이 쉼표 뒤에 아무것도 없어요',
    'json-colon': ({ about }) => `“${about}” 앞에 콜론이 없어요`,
    'json-name': ({ about }) => `“${about}” 말고 큰따옴표로 싼 이름이 와야 해요`,
    'json-quotes': () => 'JSON은 큰따옴표만 써요',
    'json-control': () => '글 안의 줄바꿈이나 제어 문자는 이스케이프해야 해요',
    'json-escape': () => 'JSON에 없는 이스케이프예요',
    'json-number': () => 'JSON에서는 숫자를 이렇게 쓰지 않아요',
    'json-value': ({ about }) => `“${about}” 글자로 시작하는 값은 없어요`,
    'json-deep': () => '64단계보다 깊이 들어가 있어요',
  },
  jsonAt: (what, at) => `${at}번째 글자: ${what}.`,
  jsonIn: (part, sentence) => `${part} 부분이 JSON이 아니에요. ${sentence}`,
  warning: {
    long: ({ count }) => `${count}자예요. 여기를 비롯한 많은 서버가 8,192자보다 길면 거절해요.`,
    repeated: ({ part, about }) =>
      `${part} 부분에 같은 이름이 여러 번 나와요: ${about}. 서버는 거절하거나 마지막 것만 써야 해요(RFC 7515 §4, RFC 7519 §4).`,
    'stray-bits': ({ part, about }) =>
      `${part} 부분의 마지막 글자 “${about}”에 어느 바이트에도 속하지 않는 비트가 있어요. 같은 바이트를 다르게도 적을 수 있어요.`,
    unsigned: ({ about }) =>
      `헤더의 alg는 ${about}인데 서명이 없어요. 누구나 이런 토큰을 만들 수 있어요.`,
    'unsigned-but-signature': ({ about }) =>
      `헤더의 alg는 ${about}인데 서명이 있어요. 어떻게 확인할지 알 수 없어요.`,
    'signature-missing': ({ about }) => `헤더의 alg는 ${about}인데 서명이 없어요.`,
    'signature-length': ({ about, count, at }) =>
      `${about} 서명은 ${count}바이트인데, 이 서명은 ${at}바이트예요.`,
    'algorithm-missing': () =>
      '헤더의 alg에 알고리즘이 없어요. 서명된 토큰에는 꼭 있어야 해요(RFC 7515 §4.1.1).',
  },
  types: {
    array: '배열',
    string: '문자열',
    number: '숫자',
    boolean: '참 또는 거짓',
    null: 'null',
  },
}

export const tokenProblemWords = { en, ko } satisfies Record<'en' | 'ko', typeof en>

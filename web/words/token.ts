/** What the token inspector says. */

const one = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

const en = {
  paste: 'Paste a token',
  stays: 'It stays in this page: nothing is sent or stored.',
  clear: 'Clear',
  empty: 'Paste a token, or send a request: its token shows here.',
  unfinished: 'What is written below makes no token yet; shown is the last one it made.',
  opaque: 'This is no JWT but an opaque string. Only the server knows what it means.',
  opaqueCharacter: (at: number) =>
    `Character ${at} is one that a bearer token cannot have (RFC 6750 §2.1).`,
  encrypted:
    'Five parts: an encrypted token (JWE, RFC 7516). Its header can be read; its payload only with the key.',
  issuedBy: (issuer: string) =>
    `By its beginning, this is a token of ${issuer}. It is no JWT but an opaque string: only their servers know what it means.`,
  formatOf: (format: string) =>
    `By its form, this is a ${format}: a token, but no JWT. It cannot be read here.`,
  sdJwt: {
    means: (count: number) =>
      `An SD-JWT (RFC 9901): its holder decides which claims to show. ${one(count, 'claim')} can be seen here besides those in the payload.`,
    disclosed: 'Disclosed by the holder',
    inList: 'in a list',
    unreadable: 'not a disclosure',
    bound: 'With it comes a second token, signed by the holder for this one time (key binding).',
    openBound: 'Open the holder’s token',
  },
  cure: 'Take the token alone',
  cureOf: (number: number) => `Take token ${number}`,
  takeOut: 'Take out what cannot be seen',
  openInner: 'Open the token inside',
  raw: 'The token as it travels',
  parts: { header: 'Header', payload: 'Payload', signature: 'Signature' },
  partIn: { header: 'header', payload: 'payload', signature: 'signature' },
  characters: (count: number) => one(count, 'character'),
  bytes: (count: number) => one(count, 'byte'),
  claims: { header: 'What the header says', payload: 'What the payload says' },
  signatureMeans:
    'Made of header and payload, as they are spelt, and of a key. It cannot be read, only checked.',
  noSignature: 'There is none.',
  noMembers: 'An empty object.',
  decoded: (part: string) => `The ${part}, decoded as far as it goes`,
  mark: (name: string) => `Show where ${name} stands in the token`,
  state: {
    unverified: 'Decoded, not verified.',
    anyone:
      'Anyone can read and write this. Whether it is genuine, only a server with the key can tell.',
    verified: (server: string, exchange: number) =>
      `Verified by ${server} in exchange #${exchange}.`,
    refused: (gate: string, server: string, exchange: number) =>
      `Refused at ${gate} by ${server} in exchange #${exchange}:`,
    signed: 'The signature was right.',
    unread: (server: string, exchange: number) =>
      `${server} took it in exchange #${exchange} and checked no signature.`,
    issued: (server: string, exchange: number) =>
      `Handed out by ${server} in exchange #${exchange}.`,
  },
  time: {
    local: 'here',
    utc: 'UTC',
    span: {
      years: (count: number) => one(count, 'year'),
      days: (count: number) => one(count, 'day'),
      hours: (count: number) => one(count, 'hour'),
      minutes: (count: number) => one(count, 'minute'),
      seconds: (count: number) => one(count, 'second'),
    },
    exp: { future: (span: string) => `${span} left`, past: (span: string) => `ended ${span} ago` },
    nbf: {
      future: (span: string) => `begins in ${span}`,
      past: (span: string) => `began ${span} ago`,
    },
    iat: {
      future: (span: string) => `issued ${span} from now: the clocks differ`,
      past: (span: string) => `issued ${span} ago`,
    },
    auth_time: {
      future: (span: string) => `a login ${span} from now: the clocks differ`,
      past: (span: string) => `logged in ${span} ago`,
    },
    milliseconds: (year: string, meant: string) =>
      `This looks like milliseconds. Claims count seconds, so it says the year ${year}; probably meant is ${meant}.`,
    'no-number': 'This is no number, so no time: servers refuse it.',
    'no-date': 'No calendar reaches that far.',
  },
  use: 'Put it into the request',
  undo: 'Undo',
  reset: 'Back to the original',
  changed: 'Changed here, not as issued',
  newer: 'Another token crossed the wire since.',
  showNewer: 'Show it',
  edit: {
    title: 'Edit and sign',
    header: 'Header, as JSON',
    payload: 'Payload, as JSON',
    signature: 'Signature',
    keep: 'Keep the old one',
    none: 'None: alg none, empty',
    with: (algorithm: string) => `Sign with ${algorithm}`,
    key: 'Key',
    keyNote: 'It is kept nowhere, and goes nowhere.',
    showKey: 'Show what I type',
    keyMissing: 'Type the key to sign with.',
    headerSays: (says: string, algorithm: string) =>
      `The header says ${says}, the signature is made with ${algorithm}.`,
    fits: 'This key fits: it makes exactly this signature.',
    signed: 'Signed with this key. Whether the server has the same one, only the server can say.',
    fitsNot: 'This key makes another signature.',
    notSigned: 'Nothing is signed with it yet: choose how, above.',
  },
  flip: {
    title: 'Flip one bit',
    part: 'Part',
    bit: (bits: number) => `Bit, 1 to ${bits}`,
    flip: 'Flip',
    nothing: 'There is no bit in it.',
    done: (part: string, bit: number, byte: number, character: number) =>
      `Flipped bit ${bit} of the ${part}: it is in byte ${byte}. Character ${character} changed:`,
  },
  compare: {
    title: 'Compare with…',
    second: 'A second token',
    seen: 'or one of this lesson',
    choose: 'Choose…',
    exchange: (exchange: number) => `from exchange #${exchange}`,
    original: 'the original, before you changed it',
    unreadable: 'This one cannot be read as a JWT, so there is nothing to compare.',
    claim: 'Claim',
    first: 'This token',
    other: 'The second',
    same: 'same',
    differs: 'differs',
    'first-only': 'only here',
    'second-only': 'only there',
    nothing: 'not there',
    summary: (differing: number, all: number) =>
      differing === 0 ? 'Both are the same.' : `${differing} of ${all} differ.`,
  },
}

/** With the particle that its last digit asks for: HS256으로, HS384로. */
const by = (algorithm: string) => `${algorithm}${/[036]$/.test(algorithm) ? '으로' : '로'}`

const ko: typeof en = {
  paste: '토큰 붙여넣기',
  stays: '붙여넣은 토큰은 이 페이지에만 있어요. 따로 보내거나 저장하지 않아요.',
  clear: '비우기',
  empty: '토큰을 붙여넣거나 요청을 보내 보세요. 그 요청과 응답의 토큰이 여기에 보여요.',
  unfinished:
    '아래에 쓴 내용은 아직 토큰이 되지 않아요. 여기에는 마지막으로 만들어진 토큰이 보여요.',
  opaque: 'JWT가 아니라 불투명한 문자열이에요. 무슨 뜻인지는 서버만 알아요.',
  opaqueCharacter: (at) => `${at}번째 글자는 bearer 토큰에 쓸 수 없는 글자예요(RFC 6750 §2.1).`,
  encrypted:
    '다섯 부분이니 암호화된 토큰(JWE, RFC 7516)이에요. 헤더는 읽을 수 있지만 페이로드는 키가 있어야 읽어요.',
  issuedBy: (issuer) =>
    `앞부분을 보면 ${issuer}의 토큰이에요. JWT가 아니라 불투명한 문자열이라, 무슨 뜻인지는 그 서버만 알아요.`,
  formatOf: (format) =>
    `모양을 보면 ${format} 토큰이에요. JWT와는 다른 형식이라 여기서는 읽을 수 없어요.`,
  sdJwt: {
    means: (count) =>
      `SD-JWT(RFC 9901)예요. 어떤 클레임을 보여 줄지 토큰을 가진 쪽이 골라요. 페이로드 말고도 ${count}개가 여기에 보여요.`,
    disclosed: '가진 쪽이 공개한 클레임',
    inList: '목록의 한 칸',
    unreadable: '공개한 클레임이 아니에요',
    bound: '가진 쪽이 이번 한 번을 위해 서명한 토큰이 하나 더 따라와요(키 바인딩).',
    openBound: '가진 쪽의 토큰 열기',
  },
  cure: '토큰만 남기기',
  cureOf: (number) => `${number}번 토큰 보기`,
  takeOut: '보이지 않는 글자 빼기',
  openInner: '안에 든 토큰 열기',
  raw: '오가는 그대로의 토큰',
  parts: { header: '헤더', payload: '페이로드', signature: '서명' },
  partIn: { header: '헤더', payload: '페이로드', signature: '서명' },
  characters: (count) => `${count}자`,
  bytes: (count) => `${count}바이트`,
  claims: { header: '헤더의 내용', payload: '페이로드의 내용' },
  signatureMeans:
    '인코딩된 헤더와 페이로드에 키를 적용해 계산해요. 읽을 수는 없고 확인만 할 수 있어요.',
  noSignature: '서명이 없어요.',
  noMembers: '빈 객체예요.',
  decoded: (part) => `읽을 수 있는 만큼 디코딩한 ${part}`,
  mark: (name) => `토큰에서 ${name}의 자리 보기`,
  state: {
    unverified: '디코딩만 했고 검증하지 않았어요.',
    anyone: '누구나 읽고 만들 수 있는 내용이에요. 진짜인지는 키가 있는 서버만 알 수 있어요.',
    verified: (server, exchange) => `${exchange}번 요청에서 ${server} 서버가 검증했어요.`,
    refused: (gate, server, exchange) =>
      `${exchange}번 요청에서 ${server} 서버가 ‘${gate}’ 검사에서 거절했어요:`,
    signed: '서명은 맞았어요.',
    unread: (server, exchange) =>
      `${exchange}번 요청에서 ${server} 서버가 받았지만 검증하지는 않았어요.`,
    issued: (server, exchange) => `${exchange}번 요청에서 ${server} 서버가 발급했어요.`,
  },
  time: {
    local: '이 기기',
    utc: 'UTC',
    span: {
      years: (count) => `${count}년`,
      days: (count) => `${count}일`,
      hours: (count) => `${count}시간`,
      minutes: (count) => `${count}분`,
      seconds: (count) => `${count}초`,
    },
    exp: {
      future: (span) => `${span} 남았어요`,
      past: (span) => (span === '0초' ? '방금 만료됐어요' : `${span} 전에 만료됐어요`),
    },
    nbf: { future: (span) => `${span} 뒤에 시작해요`, past: (span) => `${span} 전에 시작했어요` },
    iat: {
      future: (span) => `${span} 뒤에 발급했다고 해요. 시계가 서로 달라요`,
      past: (span) => `${span} 전에 발급했어요`,
    },
    auth_time: {
      future: (span) => `${span} 뒤에 로그인했다고 해요. 시계가 서로 달라요`,
      past: (span) => `${span} 전에 로그인했어요`,
    },
    milliseconds: (year, meant) =>
      `밀리초로 적은 것 같아요. 클레임은 초로 세니 ${year}년이라는 뜻이 돼요. 아마 ${meant} 시각을 적으려던 것 같아요.`,
    'no-number': '숫자가 아니라서 시각이 아니에요. 서버는 거절해요.',
    'no-date': '달력에 없을 만큼 먼 시각이에요.',
  },
  use: '요청에 넣기',
  undo: '한 단계 되돌리기',
  reset: '처음 토큰으로',
  changed: '수정됨 (발급된 토큰 아님)',
  newer: '요청이나 응답에서 다른 토큰이 오갔어요.',
  showNewer: '보기',
  edit: {
    title: '고치고 서명하기',
    header: '헤더 (JSON)',
    payload: '페이로드 (JSON)',
    signature: '서명',
    keep: '원래 서명 그대로',
    none: '없음: alg는 none, 서명은 빈칸',
    with: (algorithm) => `${by(algorithm)} 서명`,
    key: '키',
    keyNote: '어디에도 저장하지 않고, 보내지도 않아요.',
    showKey: '입력한 키 보기',
    keyMissing: '서명할 키를 적으세요.',
    headerSays: (says, algorithm) =>
      `헤더의 alg는 ${says}인데, 서명은 ${by(algorithm)} 만들었어요.`,
    fits: '맞는 키예요. 이 키로 계산하면 같은 서명이 나와요.',
    signed: '이 키로 서명했어요. 서버의 키와 같은지는 보내 봐야 알 수 있어요.',
    fitsNot: '이 키로는 다른 서명이 나와요.',
    notSigned: '아직 이 키로 서명하지 않았어요. 위에서 서명 방법을 고르세요.',
  },
  flip: {
    title: '비트 하나 뒤집기',
    part: '부분',
    bit: (bits) => `비트 (1–${bits})`,
    flip: '뒤집기',
    nothing: '뒤집을 비트가 없어요.',
    done: (part, bit, byte, character) =>
      `${part} 부분의 비트 ${bit}번을 뒤집었어요. 바이트 ${byte}번에 있어요. 글자 ${character}번이 바뀌었어요:`,
  },
  compare: {
    title: '비교하기…',
    second: '두 번째 토큰',
    seen: '또는 이 레슨의 토큰',
    choose: '고르기…',
    exchange: (exchange) => `${exchange}번 요청의 토큰`,
    original: '바꾸기 전의 원래 토큰',
    unreadable: '이 토큰은 JWT로 읽을 수 없어서 비교할 것이 없어요.',
    claim: '클레임',
    first: '이 토큰',
    other: '두 번째',
    same: '같음',
    differs: '다름',
    'first-only': '여기에만',
    'second-only': '저기에만',
    nothing: '없음',
    summary: (differing, all) =>
      differing === 0 ? '둘이 같아요.' : `${all}개 가운데 ${differing}개가 달라요.`,
  },
}

export const tokenWords = { en, ko } satisfies Record<'en' | 'ko', typeof en>

export type TokenWords = typeof en

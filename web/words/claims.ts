/** One sentence for each claim and header parameter that a standard defines. */

const en = {
  header: {
    alg: 'How the signature was made. Whoever checks decides beforehand which ways to take.',
    jku: 'A URL where the keys are said to lie. Trusting it lets whoever wrote the token choose the key it is checked with.',
    jwk: 'A public key inside the token itself. Trusting it means trusting whoever wrote the token.',
    kid: 'Which of the server’s keys signed it. A name to look up, never a path or a query.',
    x5u: 'A URL where a certificate is said to lie. To be followed only where it was agreed on before.',
    x5c: 'A chain of certificates for the key. Worth something only where its root is trusted already.',
    x5t: 'The SHA-1 fingerprint of the certificate that signed.',
    'x5t#S256': 'The SHA-256 fingerprint of the certificate that signed.',
    typ: 'What kind of token it is: JWT, or at+jwt for an access token. It keeps one kind from passing for another.',
    cty: 'What the payload is, if not claims. JWT says that another token is inside.',
    crit: 'Names of extensions that must be understood. Who does not know one of them must refuse the token.',
    b64: 'Whether the payload is base64url. With false it stands there as it is.',
    enc: 'How the content is encrypted. Only encrypted tokens (JWE) have it.',
    zip: 'How the content was compressed before it was encrypted. Signed tokens do not have it.',
  },
  payload: {
    iss: 'Who issued the token. Whoever checks compares it with the one issuer expected.',
    sub: 'Whom the token is about: here the username.',
    aud: 'Whom the token is for. A server that does not find itself here must refuse.',
    exp: 'When it ends, in seconds since 1970. From then on every server must refuse it.',
    nbf: 'When it begins to count. Before then every server must refuse it.',
    iat: 'When it was issued. It tells the age, and alone refuses nothing.',
    jti: 'A name for this one token, so that it can be told from others and revoked.',
    scope: 'What the token allows, as words with blanks between them.',
    client_id: 'Which application asked for the token.',
    act: 'Who acts in the place of the one it is about.',
    cnf: 'Which key the bearer must prove to have. A stolen token is worth nothing without it.',
    auth_time: 'When the person last logged in.',
    nonce: 'A random value that ties the token to one login.',
    acr: 'How strong the login was, as a level.',
    amr: 'How the person logged in: password, one-time code, key.',
    azp: 'Which application the token was issued to.',
    at_hash:
      'Half a hash of the access token that came along. So this is an ID token, not a key to an API.',
    name: 'The full name, to be shown.',
    preferred_username:
      'The name the person wants to be called by. It can change: sub is the one to store.',
    email: 'The e-mail address. It can change, and can pass to somebody else.',
    roles: 'Roles of the one it is about. What they allow, the server decides.',
    groups: 'Groups the one it is about belongs to. What they allow, the server decides.',
  },
  private:
    'Private: no standard defines it. Those who write and read it have agreed on what it means.',
  algorithm: {
    HS: (hash: string) =>
      `HMAC with SHA-${hash}: one shared key signs and checks, so whoever can check can also sign.`,
    RS: (hash: string) =>
      `RSA (PKCS #1 v1.5) with SHA-${hash}: a private key signs, a public one checks.`,
    PS: (hash: string) => `RSA (PSS) with SHA-${hash}: a private key signs, a public one checks.`,
    ES: (hash: string) => `ECDSA with SHA-${hash}: a private key signs, a public one checks.`,
    EdDSA:
      'An Edwards-curve signature: a private key signs, a public one checks. RFC 9864 prefers the name Ed25519.',
    none: 'No signature at all: anybody can write such a token. Servers must refuse it.',
  },
}

/** The copula after a number that ends in this digit: 256이에요, 384예요, 512예요. */
const copula = (number: string) => (/[013678]$/.test(number) ? '이에요' : '예요')

const ko: typeof en = {
  header: {
    alg: '서명을 만든 방식이에요. 어떤 방식을 받을지는 검증하는 쪽이 미리 정해요.',
    jku: '키가 있다는 URL이에요. 이 URL을 믿으면 토큰을 만든 쪽이 검증할 키까지 고르게 돼요.',
    jwk: '토큰 안에 든 공개 키예요. 이 키를 믿으면 토큰을 만든 사람을 그냥 믿는 셈이에요.',
    kid: '서버의 어떤 키로 서명했는지 알려 줘요. 찾아볼 이름일 뿐, 경로나 쿼리로 쓰면 안 돼요.',
    x5u: '인증서가 있다는 URL이에요. 미리 약속한 곳일 때만 따라가요.',
    x5c: '키의 인증서 체인이에요. 루트를 이미 믿고 있을 때만 뜻이 있어요.',
    x5t: '서명한 인증서의 SHA-1 지문이에요.',
    'x5t#S256': '서명한 인증서의 SHA-256 지문이에요.',
    typ: '보통 JWT이고, 액세스 토큰이면 at+jwt예요. 다른 용도의 토큰으로 위장하지 못하게 막아요.',
    cty: '페이로드가 클레임이 아닐 때 무엇인지 적어요. JWT라면 안에 토큰이 또 있어요.',
    crit: '반드시 이해해야 하는 확장의 이름이에요. 하나라도 모르면 토큰을 거절해야 해요.',
    b64: '페이로드가 base64url인지 적어요. false라면 있는 그대로 들어 있어요.',
    enc: '내용을 암호화한 방식이에요. 암호화된 토큰(JWE)에만 있어요.',
    zip: '암호화하기 전에 내용을 압축한 방식이에요. 서명만 한 토큰에는 없어요.',
  },
  payload: {
    iss: '토큰을 발급한 곳이에요. 검증하는 쪽은 기대한 발급자인지 비교해요.',
    sub: '누구의 토큰인지 적어요. 여기서는 사용자 이름이에요.',
    aud: '누가 쓰라고 만든 토큰인지 적어요. 여기에 자기가 없으면 서버는 거절해야 해요.',
    exp: '만료 시각이에요. 1970년부터 센 초로 적어요. 이 시각부터는 모든 서버가 거절해야 해요.',
    nbf: '효력이 시작되는 시각이에요. 그 전에는 모든 서버가 거절해야 해요.',
    iat: '발급한 시각이에요. 얼마나 오래된 토큰인지 알려 줄 뿐, 이 값만으로 거절되지는 않아요.',
    jti: '이 토큰 하나의 이름이에요. 다른 토큰과 구별하고 폐기할 때 써요.',
    scope: '토큰으로 할 수 있는 일을 공백으로 나눠 적어요.',
    client_id: '토큰을 요청한 애플리케이션이에요.',
    act: '토큰의 주인을 대신해 움직이는 쪽이에요.',
    cnf: '토큰을 보내는 쪽이 가지고 있음을 증명해야 하는 키예요. 키가 없으면 훔친 토큰은 쓸모가 없어요.',
    auth_time: '사용자가 마지막으로 로그인한 시각이에요.',
    nonce: '토큰을 로그인 한 번에 묶는 임의의 값이에요.',
    acr: '로그인이 얼마나 강했는지 단계로 적어요.',
    amr: '비밀번호, 일회용 코드, 키처럼 로그인한 방법이에요.',
    azp: '토큰을 발급받은 애플리케이션이에요.',
    at_hash:
      '함께 온 액세스 토큰 해시의 절반이에요. 그러니 이 토큰은 ID 토큰이고, API에 쓰는 토큰이 아니에요.',
    name: '화면에 보여 줄 전체 이름이에요.',
    preferred_username:
      '사용자가 불리기를 원하는 이름이에요. 바뀔 수 있으니 저장할 때는 sub를 써요.',
    email: '이메일 주소예요. 바뀔 수 있고, 다른 사람에게 넘어갈 수도 있어요.',
    roles: '주인의 역할이에요. 무엇을 허락할지는 서버가 정해요.',
    groups: '주인이 속한 그룹이에요. 무엇을 허락할지는 서버가 정해요.',
  },
  private: '표준에 없는 이름이에요(private claim). 쓰는 쪽과 읽는 쪽이 뜻을 약속해 둬요.',
  algorithm: {
    HS: (hash) =>
      `이 토큰의 알고리즘은 HMAC-SHA${hash}${copula(hash)}. 키 하나로 서명도 검증도 해서, 검증할 수 있으면 서명도 할 수 있어요.`,
    RS: (hash) =>
      `이 토큰의 알고리즘은 RSA(PKCS #1 v1.5)와 SHA-${hash}${copula(hash)}. 개인 키로 서명하고 공개 키로 검증해요.`,
    PS: (hash) =>
      `이 토큰의 알고리즘은 RSA(PSS)와 SHA-${hash}${copula(hash)}. 개인 키로 서명하고 공개 키로 검증해요.`,
    ES: (hash) =>
      `이 토큰의 알고리즘은 ECDSA와 SHA-${hash}${copula(hash)}. 개인 키로 서명하고 공개 키로 검증해요.`,
    EdDSA:
      '에드워즈 곡선 서명이에요. 개인 키로 서명하고 공개 키로 검증해요. RFC 9864부터는 Ed25519라는 이름을 권해요.',
    none: '서명이 아예 없어요. 누구나 이런 토큰을 만들 수 있으니 서버는 거절해야 해요.',
  },
}

export const claimWords = { en, ko } satisfies Record<'en' | 'ko', typeof en>

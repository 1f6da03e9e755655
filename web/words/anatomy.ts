/** What is said of the two headers, taken apart, in both languages; loaded with them. */

const en = {
  authorization: 'Authorization',
  challenge: 'WWW-Authenticate',
  scheme: 'scheme',
  token: 'token',
  credentials: 'credentials',
  nothing: 'no such header was sent',
  emptyToken: 'empty',
  schemeMeans: 'what kind of credentials these are',
  tokenMeans: 'what the request may be granted by',
  credentialsMean: 'what this scheme carries: for Basic, name:password in base64',
  challengeScheme: 'the scheme the server would accept',
  challengeNone: 'no challenge: the server asked for nothing',
  parameters: 'parameters',
  noParameters: 'none',
}

const ko: typeof en = {
  authorization: 'Authorization',
  challenge: 'WWW-Authenticate',
  scheme: '스킴',
  token: '토큰',
  credentials: '자격 증명',
  nothing: '이 헤더는 보내지 않았어요',
  emptyToken: '비어 있음',
  schemeMeans: '자격 증명의 종류',
  tokenMeans: '가지고만 있으면 쓸 수 있는 값',
  credentialsMean: '이 스킴이 싣는 값. Basic이라면 이름:비밀번호를 base64로 인코딩한 값',
  challengeScheme: '서버가 받아들이는 스킴',
  challengeNone: '챌린지 없음: 서버가 따로 요구한 것이 없어요',
  parameters: '매개변수',
  noParameters: '없음',
}

export const anatomyWords = { en, ko }

/** Why a request cannot be sent as it is written: loaded with the first such request. */

const en = {
  'method-empty': () => 'Give a method, such as GET.',
  'method-invalid': (about: string) =>
    `“${about}” is not a method: only letters, digits and !#$%&'*+.^_\`|~- are allowed in one.`,
  'method-forbidden': (about: string) => `Browsers do not let a page send ${about}. curl can.`,
  'method-rewritten': (about: string) =>
    `A browser would write this method as ${about}. Methods are case-sensitive.`,
  'method-unknown': (about: string) =>
    `Node’s HTTP parser knows no method ${about}: it answers 400 before any code of this server runs.`,
  'path-no-slash': () => 'A path starts with a slash.',
  'path-fragment': () =>
    'What follows # never leaves the browser. Write %23 for a number sign in a path.',
  'path-rewritten': (about: string) => `A browser would change this path and send ${about}`,
  'path-too-long': (about: string) =>
    `This path has ${about} characters; servers take about 12,000.`,
  'header-name-empty': () => 'A header needs a name.',
  'header-name-invalid': (about: string) =>
    `“${about}” is not a header name: no spaces, colons or letters outside ASCII.`,
  'header-value-invalid': (about: string) =>
    `The value of ${about} has a line break or a zero byte; a header is one line.`,
  'header-not-latin1': (about: string) =>
    `“${about}” cannot stand in a header: only Latin-1 characters can.`,
  'header-forbidden': (about: string) =>
    `Browsers do not let a page set ${about}; it is theirs alone. curl can.`,
  'header-repeated': (about: string) =>
    `${about} stands there twice. A browser would join both into one line.`,
  'header-too-long': (about: string) =>
    `These headers have ${about} characters; servers take about 12,000.`,
  'body-not-allowed': (about: string) =>
    `Browsers send no body with ${about}. Choose POST, or empty it.`,
} satisfies Record<string, (about: string) => string>

const ko: typeof en = {
  'method-empty': () => 'GET 같은 메서드를 적으세요.',
  'method-invalid': (about) =>
    `메서드로 쓸 수 없어요: “${about}”. 영문자, 숫자와 !#$%&'*+.^_\`|~- 만 쓸 수 있어요.`,
  'method-forbidden': (about) =>
    `브라우저는 페이지가 ${about} 메서드를 보내지 못하게 해요. curl로는 보낼 수 있어요.`,
  'method-rewritten': (about) =>
    `브라우저는 이 메서드를 바꿔서 이렇게 보내요: ${about}. 메서드는 대소문자를 구별해요.`,
  'method-unknown': (about) =>
    `Node의 HTTP 파서는 ${about} 메서드를 몰라서, 이 서버의 코드가 실행되기도 전에 400으로 끊어요.`,
  'path-no-slash': () => '경로는 슬래시(/)로 시작해요.',
  'path-fragment': () => '# 뒤는 브라우저 밖으로 나가지 않아요. 경로에 넣으려면 %23으로 쓰세요.',
  'path-rewritten': (about) => `브라우저는 이 경로를 바꿔서 이렇게 보내요: ${about}`,
  'path-too-long': (about) => `경로가 ${about}자예요. 서버는 12,000자쯤까지 받아요.`,
  'header-name-empty': () => '헤더에는 이름이 있어야 해요.',
  'header-name-invalid': (about) =>
    `헤더 이름으로 쓸 수 없어요: “${about}”. 공백, 콜론, ASCII 밖의 글자는 쓸 수 없어요.`,
  'header-value-invalid': (about) =>
    `${about}의 값에 줄바꿈이나 0 바이트가 있어요. 헤더는 한 줄이에요.`,
  'header-not-latin1': (about) =>
    `헤더에는 ‘${about}’ 글자를 쓸 수 없어요. Latin-1 문자만 쓸 수 있어요.`,
  'header-forbidden': (about) =>
    `${about} 헤더는 브라우저만 정할 수 있고 페이지는 바꾸지 못해요. curl로는 보낼 수 있어요.`,
  'header-repeated': (about) =>
    `${about} 헤더가 두 번 있어요. 브라우저는 둘을 한 줄로 합쳐 버려요.`,
  'header-too-long': (about) => `헤더가 모두 ${about}자예요. 서버는 12,000자쯤까지 받아요.`,
  'body-not-allowed': (about) =>
    `브라우저는 ${about} 요청에 본문을 실어 보내지 않아요. POST를 고르거나 본문을 비우세요.`,
}

export const problemWords = { en, ko }

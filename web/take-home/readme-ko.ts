/** The README of a lesson that is taken home, in Korean. */

import type { ReadmeWords } from './readme.ts'

export const words: ReadmeWords = {
  heading: (title) => `Bearer Playground: ${title}`,
  about:
    'Bearer Playground 레슨 하나의 서버를 Node만으로 실행할 수 있게 담은 폴더예요. 레슨의 소스를 그대로 담았고, 소스가 쓰는 코드와 레슨의 계약을 옮긴 테스트도 들어 있어요.',
  changed: (files) =>
    `다음 파일은 직접 고친 것이고, 나머지는 모두 원본이에요: ${files}. 실패하는 테스트를 보면 내 서버가 레슨의 서버와 어디에서 다른지 알 수 있어요.`,
  start: {
    heading: '시작하기',
    needs: 'Node 20.19 이상이 필요해요.',
    ready: (name, url) => `이제 ${name} 서버가 ${url} 에서 응답해요. 끝내려면 Ctrl+C를 누르세요.`,
  },
  port: (setting) => `포트를 이미 쓰고 있다면 \`${setting}\`로 다른 포트를 고르세요.`,
  powerShell: (command) => `PowerShell에서는 \`${command}\`라고 입력해요.`,
  calls: (name, called, setting) =>
    `${name} 서버는 ${called} 서버를 호출하고, 두 서버는 함께 시작돼요. 호출되는 서버의 포트는 \`${setting}\`로 정해요. 다른 곳에 있는 인증 서버를 쓰려면 \`AUTH_SERVER_URL\`에 주소를 적으세요.`,
  servers: {
    heading: '서버',
    name: '이름',
    source: '소스',
    port: '포트',
    other: '다른 서버는 이름으로 시작해요.',
  },
  loopback: '서버는 127.0.0.1에서만 응답하므로 다른 컴퓨터에서는 접속할 수 없어요.',
  requests: {
    heading: '요청 보내 보기',
    shows: {
      'no-token':
        '토큰 없이 요청하면 401이 오고, `WWW-Authenticate` 헤더가 어떤 방식이 필요한지 알려 줘요.',
      'any-token': '여기서는 어떤 토큰이든 통과해요.',
      login: '로그인하면 응답에 토큰이 들어 있어요.',
      token: '`TOKEN` 자리에 그 토큰을 넣으세요.',
      page: '로그인 폼이 있는 페이지예요. 브라우저로 열면 더 보기 좋아요.',
      'page-login': '로그인하면 curl이 쿠키를 `cookies.txt`에 저장해요.',
      'page-data': '쿠키로 데이터를 요청해요.',
      logout: '로그아웃해요.',
    },
  },
  tests: {
    heading: '테스트',
    text: '테스트는 포트를 열지 않고 레슨의 계약에 있는 요청을 서버마다 보낸 다음, 상태 코드, 헤더, 본문, 쿠키, 다른 서버 호출이 약속과 같은지 비교해요. 사례는 `test/`에 데이터로 적혀 있어요. 소스에서 검사를 하나 지우고 다시 실행해 보세요. 통과하면 안 되는데 통과한 요청을 테스트가 짚어 줘요.',
  },
  weak: {
    heading: '일부러 약하게 만든 곳',
    marked: '일부러 취약하게 만든 서버',
    text: '학습용 서버이니 네트워크에 공개하지 마세요. 서버마다 알아 둘 점은 다음과 같아요.',
    notes: {
      '1-first-steps/app': '토큰을 읽기만 하고 검사하지 않아서 어떤 토큰이든 통과해요.',
      '2-current-user/app':
        '토큰에 적힌 대로 사용자를 지어내기 때문에 누구든 자기가 말한 사용자가 돼요.',
      '3-password-flow/app':
        '소스에서 비밀번호를 읽을 수 있어요(`fakehashed`는 해시가 아니에요). 토큰이 사용자 이름이어서 누구나 지어낼 수 있어요.',
      '3-password-flow/leaky':
        '바탕이 된 서버만큼 약하고, 저장된 사용자 정보를 “해시”까지 모두 내보내요.',
      '4-jwt/app':
        '튜토리얼에 실린 키로 서명해요. 누구나 그 키를 알고 있어서 이 서버가 받아들이는 토큰을 만들 수 있어요. John의 비밀번호는 `secret`이에요.',
      '4-jwt/secret':
        '시작할 때마다 키를 새로 만들어서, 서버를 끄면 토큰도 쓸 수 없게 돼요. John의 비밀번호는 여전히 `secret`이에요.',
      '5-two-servers/client':
        '보안을 강화한 서버예요. 여기서는 http로 응답하기 때문에 쿠키에 `Secure`를 붙일 수 없어요.',
      '5-two-servers/faithful':
        '튜토리얼을 그대로 따랐어요. 쿠키에 속성이 없고, 폼이 어디에서 왔는지 확인하지 않으며, 사용자 이름을 이스케이프하지 않고 페이지에 넣어요.',
    },
  },
  files: {
    heading: '폴더 안내',
    steps: '레슨에서 본 서버의 소스예요.',
    rows: [
      ['servers.ts', '서버 목록이에요. `start.ts`가 이 목록의 서버를 시작해요.'],
      ['test/', '서버마다 지켜야 할 계약이 사례별로 있어요.'],
      ['security/', '`#security`로 불러오는 블록이에요: 가드, 폼, 토큰.'],
      ['stage/', '각 단계의 앱이 FastAPI처럼 응답하도록 감싸는 코드예요.'],
      ['node/', '포트를 열고 사례를 실행하는 코드예요.'],
    ],
    leftOut:
      '빠진 것: Swagger UI가 없어서 `/docs`에는 `/openapi.json` 설명으로 가는 링크만 있어요. 비밀번호를 비교하는 스레드도 없어서, 한꺼번에 많이 로그인하면 서로 기다려야 해요.',
  },
}

/** Progress as a file, in both languages; loaded with the page of tools. */

const en = {
  title: 'Take your progress along',
  lead: 'Save what you have done to a file, and open it in another copy of the playground: on another computer, in another browser, at another address.',
  holds:
    'The file holds your tasks, where you are, and the code that you wrote. There is no token, password or cookie in it.',
  save: 'Save progress to a file',
  saved: (name: string) => `Saved as ${name}.`,
  left: (count: number) =>
    `${count === 1 ? 'One of your servers has' : `${count} of your servers have`} a token in the code and stayed behind.`,
  nothing: 'There is nothing to save yet: do a task first.',
  open: 'Open a progress file',
  drop: 'or drop it here',
  adds: 'It adds to what is done here, and takes nothing away.',
  opened: (pages: number) =>
    pages === 0
      ? 'All that is done in this file was done here already.'
      : `Opened: ${pages === 1 ? 'one page has' : `${pages} pages have`} more done now.`,
  code: (copies: number) =>
    `${copies === 1 ? 'One server' : `${copies} servers`} of your own came along.`,
  codeLeft: (copies: number) =>
    `${copies === 1 ? 'One server' : `${copies} servers`} in the file stayed there: you have your own here.`,
  one: 'Open one file at a time.',
  refused: (name: string, why: string) => `${name} was not opened, and nothing has changed: ${why}`,
  why: {
    large: 'it is larger than a progress file can be.',
    'no-text': 'it is no text.',
    broken: 'it is not whole, or no file of the playground. Save it once more where it comes from.',
    foreign: 'it is no file of the playground.',
    other: 'it is a file to hand in, for the person who teaches. Save your progress instead.',
    newer:
      'a newer version of the playground wrote it. Reload this page, or open the file where that version is.',
    damaged: 'some of it is not what the playground writes. Save it once more where it comes from.',
    empty: 'nothing in it belongs to the lessons that are here.',
  },
}

const ko: typeof en = {
  title: '진도 옮기기',
  lead: '지금까지 한 것을 파일로 저장해서 다른 플레이그라운드에서 열어요. 다른 컴퓨터, 다른 브라우저, 다른 주소에서도 돼요.',
  holds:
    '파일에는 끝낸 과제, 보고 있던 곳, 직접 쓴 코드가 들어 있어요. 토큰이나 비밀번호, 쿠키는 들어 있지 않아요.',
  save: '진도를 파일로 저장',
  saved: (name) => `${name} 파일로 저장했어요.`,
  left: (count) => `코드에 토큰이 있는 서버 ${count}개는 넣지 않았어요.`,
  nothing: '아직 저장할 것이 없어요. 먼저 과제를 하나 해 보세요.',
  open: '진도 파일 열기',
  drop: '또는 여기에 끌어다 놓으세요',
  adds: '여기서 한 것에 더하기만 하고, 지우는 것은 없어요.',
  opened: (pages) =>
    pages === 0
      ? '이 파일에 있는 것은 여기서 이미 다 했어요.'
      : `열었어요. ${pages}쪽의 진도가 더해졌어요.`,
  code: (copies) => `직접 쓴 서버 ${copies}개도 가져왔어요.`,
  codeLeft: (copies) => `서버 ${copies}개는 가져오지 않았어요. 여기에 이미 내 코드가 있어요.`,
  one: '파일은 한 번에 하나씩 여세요.',
  refused: (name, why) => `${name} 파일을 열지 않았고, 바뀐 것은 없어요. ${why}`,
  why: {
    large: '진도 파일이라기에는 너무 커요.',
    'no-text': '텍스트 파일이 아니에요.',
    broken:
      '파일이 온전하지 않거나 플레이그라운드의 파일이 아니에요. 원래 있던 곳에서 다시 저장해 보세요.',
    foreign: '플레이그라운드의 파일이 아니에요.',
    other: '가르치는 사람에게 내는 파일이에요. 진도는 따로 저장하세요.',
    newer: '더 새로운 버전에서 저장한 파일이에요. 이 페이지를 새로고침하거나, 그 버전에서 여세요.',
    damaged: '플레이그라운드가 쓰지 않는 내용이 들어 있어요. 원래 있던 곳에서 다시 저장해 보세요.',
    empty: '여기 있는 레슨에 해당하는 내용이 없어요.',
  },
}

export const progressToolWords = { en, ko }

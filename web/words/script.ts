/** What is prepared to be shown, in both languages: loaded with it. */

const en = {
  keep: 'Keep for a class script',
  keepShort: 'For class',
  keepNumber: (exchange: number) => `For class: keep number ${exchange} in the script`,
  kept: (count: number) =>
    `Kept as number ${count} of your script, without passwords, tokens and cookies. It is on the page of tools.`,
  full: 'There is no room for more in the script.',
  title: 'A script for a lesson',
  lead: 'Requests that you prepare: write one on any page, and “Keep for a class script” under “Copy as a command” puts it here, as “For class” does in the journal. Each leads to its page with the request on the bench; nothing is sent before you send it.',
  none: 'Nothing is kept yet.',
  up: (item: number) => `Move number ${item} up`,
  remove: (item: number) => `Take number ${item} out`,
  save: 'Save the script to a file',
  saved: (name: string) => `Saved as ${name}.`,
  open: 'Open a script',
  drop: 'or drop it here. It takes the place of this one.',
  opened: (count: number) => `Opened: ${count === 1 ? 'one request' : `${count} requests`}.`,
  one: 'Open one file at a time.',
  refused: (name: string, why: string) => `${name} was not opened, and nothing has changed: ${why}`,
  why: {
    large: 'it is larger than a script can be.',
    'no-text': 'it is no text.',
    broken: 'it is not whole, or no file of the playground.',
    foreign: 'it is no script of the playground.',
    newer:
      'a newer version of the playground wrote it. Reload this page, or open it where that version is.',
    damaged: 'something in it is no request for a page that is here.',
    empty: 'there is no request in it.',
  },
}

const ko: typeof en = {
  keep: '수업 대본에 담기',
  keepShort: '수업용',
  keepNumber: (exchange) => `수업용: ${exchange}번을 대본에 담기`,
  kept: (count) =>
    `대본의 ${count}번으로 담았어요. 비밀번호, 토큰, 쿠키는 빠져 있어요. 도구 페이지에 있어요.`,
  full: '대본에 자리가 더 없어요.',
  title: '수업 대본',
  lead: '미리 준비하는 요청이에요. 아무 페이지에서나 요청을 쓰고 “명령으로 복사” 아래의 “수업 대본에 담기”나 기록의 “수업용”을 누르면 여기에 담겨요. 누르면 요청을 작업대에 올린 채로 그 페이지가 열리고, 보내기 전에는 아무것도 나가지 않아요.',
  none: '아직 담은 것이 없어요.',
  up: (item) => `${item}번을 위로`,
  remove: (item) => `${item}번 빼기`,
  save: '대본을 파일로 저장',
  saved: (name) => `${name} 파일로 저장했어요.`,
  open: '대본 열기',
  drop: '또는 여기에 끌어다 놓으세요. 지금 대본을 대신해요.',
  opened: (count) => `요청 ${count}개를 열었어요.`,
  one: '파일은 한 번에 하나만 여세요.',
  refused: (name, why) => `${name} 파일을 열지 않았고 바뀐 것은 없어요. ${why}`,
  why: {
    large: '대본치고 너무 커요.',
    'no-text': '텍스트 파일이 아니에요.',
    broken: '파일이 온전하지 않거나 플레이그라운드의 파일이 아니에요.',
    foreign: '플레이그라운드의 대본이 아니에요.',
    newer: '더 새로운 버전이 쓴 파일이에요. 새로고침하거나 그 버전이 있는 곳에서 여세요.',
    damaged: '여기 있는 페이지의 요청이 아닌 것이 들어 있어요.',
    empty: '요청이 하나도 없어요.',
  },
}

export const scriptWords = { en, ko }

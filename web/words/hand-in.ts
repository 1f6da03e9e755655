/** What is handed in, in both languages; loaded with the page of tools. */

const en = {
  title: 'Hand in',
  lead: 'Save a file for the person who teaches you. It says for each task whether it is done, how often you tried, for how many minutes, and which wrong turns you took.',
  holds:
    'There is nothing in it that you sent or wrote: no token, no password, no code. Nothing is sent from here; you hand the file in yourself.',
  since:
    'Tries and minutes are counted in this browser, until a task is done; pauses over five minutes are left out.',
  name: 'Your name',
  noName: 'Type your name first.',
  nothing: 'There is nothing to hand in yet: do a task first.',
  save: 'Save a file to hand in',
  saved: (name: string) => `Saved as ${name}.`,
  forClass: 'You teach? See what your class handed in',
}

const ko: typeof en = {
  title: '제출하기',
  lead: '가르치는 사람에게 낼 파일을 저장해요. 과제마다 끝냈는지, 몇 번 시도했는지, 몇 분 걸렸는지, 어디서 헤맸는지 들어 있어요.',
  holds:
    '보내거나 쓴 내용은 들어 있지 않아요. 토큰도, 비밀번호도, 코드도 없어요. 여기서 전송하는 것은 없으니 파일을 직접 내세요.',
  since: '시도 횟수와 시간은 이 브라우저에서 과제를 끝낼 때까지만 세고, 5분이 넘는 휴식은 빼요.',
  name: '이름',
  noName: '먼저 이름을 적으세요.',
  nothing: '아직 낼 것이 없어요. 먼저 과제를 하나 해 보세요.',
  save: '제출할 파일 저장',
  saved: (name) => `${name} 파일로 저장했어요.`,
  forClass: '가르치는 분이세요? 제출한 파일 모아 보기',
}

export const handInWords = { en, ko }

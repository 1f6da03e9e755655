/** A class as a table, in both languages; loaded with it. */

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`

const en = {
  title: 'Your class',
  lead: 'Drop the files that your learners handed in, and see who is where and what stops most of them.',
  stays:
    'Nothing leaves this machine, and nothing is kept: close the page and it is gone. A file can be written by hand, so it tells what somebody did and proves nothing.',
  open: 'Open files that were handed in',
  drop: 'or drop them here, as many as you like',
  reading: (done: number, all: number) => `Reading: ${done} of ${all} …`,
  read: (files: number, learners: number, refused: number) =>
    `${count(files, 'file', 'files')} read, ${count(learners, 'learner', 'learners')} in the table${refused > 0 ? `; ${count(refused, 'file', 'files')} not taken` : ''}.`,
  refused: 'What was not taken, or took the place of another',
  more: (number: number) => `… and ${number} more`,
  why: {
    large: 'larger than such a file can be.',
    'no-text': 'no text.',
    broken: 'not whole, or no file of the playground.',
    foreign: 'no file of the playground.',
    other: 'a file of progress: ask for one that is handed in (page of tools, “Hand in”).',
    newer: 'written by a newer version of the playground. Reload this page.',
    damaged: 'some of it is not what the playground writes.',
    empty: 'nothing in it belongs to the lessons that are here.',
    full: 'the table has ten thousand learners, and takes no more.',
  },
  replaced: (name: string) => `took the place of an earlier file of ${name}.`,
  older: (name: string) =>
    `left out: a file of ${name} that was saved later, or the same, is here.`,
  csv: 'Save as CSV',
  clear: 'Empty the table',
  learners: 'Learners',
  learnersLead:
    'Tasks done in each lesson. Stuck is who tried a task three times or more and has not done it.',
  name: 'Learner',
  lesson: (number: number, title: string) => `Lesson ${number}: ${title}`,
  done: 'Done',
  minutes: 'Minutes',
  tries: 'Tries',
  stuck: 'Stuck at',
  stuckAt: (lesson: number, title: string, tries: number) => `${lesson}. ${title} (${tries} tries)`,
  saved: 'Saved',
  unknown: 'not known',
  notBegun: 'not begun',
  showMore: (number: number) => `Show ${number} more`,
  tasks: 'Tasks',
  tasksLead: 'Those first at which most are left behind. Tries and minutes are medians.',
  task: 'Task',
  ofBegun: 'Done, of those who began it',
  wrong: 'Commonest wrong turn',
  wrongBy: (learners: number) => count(learners, 'learner', 'learners'),
  guess: 'Predicted',
}

const ko: typeof en = {
  title: '우리 반',
  lead: '학습자가 낸 파일을 끌어다 놓으면 누가 어디까지 했고 어디서 많이 막히는지 보여 줘요.',
  stays:
    '아무것도 이 컴퓨터 밖으로 나가지 않고, 저장하지도 않아요. 페이지를 닫으면 사라져요. 파일은 손으로도 고칠 수 있으니 증거로 삼지는 마세요.',
  open: '제출한 파일 열기',
  drop: '또는 여기에 끌어다 놓으세요. 여러 개도 돼요',
  reading: (done, all) => `읽는 중이에요: ${all}개 중 ${done}개`,
  read: (files, learners, refused) =>
    `파일 ${files}개를 읽었고 표에 ${learners}명이 있어요.${refused > 0 ? ` ${refused}개는 넣지 않았어요.` : ''}`,
  refused: '넣지 않았거나 다른 파일을 대신한 것',
  more: (number) => `… 그 밖에 ${number}개`,
  why: {
    large: '제출 파일이라기에는 너무 커요.',
    'no-text': '텍스트 파일이 아니에요.',
    broken: '온전하지 않거나 플레이그라운드의 파일이 아니에요.',
    foreign: '플레이그라운드의 파일이 아니에요.',
    other: '진도 파일이에요. 도구 페이지의 ‘제출하기’로 저장한 파일을 받으세요.',
    newer: '더 새로운 버전에서 저장했어요. 이 페이지를 새로고침하세요.',
    damaged: '플레이그라운드가 쓰지 않는 내용이 들어 있어요.',
    empty: '여기 있는 레슨에 해당하는 내용이 없어요.',
    full: '표에 이미 만 명이 있어서 더 넣을 수 없어요.',
  },
  replaced: (name) => `${name}의 이전 파일을 대신했어요.`,
  older: (name) => `${name}의 파일이 이미 있는데, 그 파일이 더 나중 것이거나 같아서 뺐어요.`,
  csv: 'CSV로 저장',
  clear: '표 비우기',
  learners: '학습자',
  learnersLead:
    '레슨마다 끝낸 과제 수예요. 세 번 넘게 시도하고도 못 끝낸 과제가 있으면 막힌 곳에 나와요.',
  name: '학습자',
  lesson: (number, title) => `레슨 ${number}: ${title}`,
  done: '끝낸 과제',
  minutes: '분',
  tries: '시도',
  stuck: '막힌 곳',
  stuckAt: (lesson, title, tries) => `${lesson}. ${title} (${tries}번 시도)`,
  saved: '저장한 날',
  unknown: '알 수 없음',
  notBegun: '시작 전',
  showMore: (number) => `${number}명 더 보기`,
  tasks: '과제',
  tasksLead: '못 끝낸 사람이 많은 과제부터 나와요. 시도와 시간은 중앙값이에요.',
  task: '과제',
  ofBegun: '시작한 사람 중 끝낸 사람',
  wrong: '가장 흔한 실수',
  wrongBy: (learners) => `${learners}명`,
  guess: '예측',
}

export type ClassWords = typeof en

export const classWords = { en, ko }

/** What the keys of the page do; loaded with the dialog that lists them. */

const en = {
  title: 'Keys',
  close: 'Close',
  present: 'Show the lesson to a room',
  single: 'Keys without Ctrl do something',
  singleNote: 'Off, a letter that misses its field changes nothing. Ctrl Enter and Esc stay.',
  singleRefused: 'This browser keeps nothing here, so the keys stay on.',
  list: [
    ['?', 'show these keys'],
    ['Ctrl Enter', 'send the request'],
    ['n', 'next page'],
    ['p', 'page before'],
    ['r', 'go to the request'],
    ['l', 'go to the lesson, again: to its task'],
    ['c', 'server code'],
    ['j', 'journal'],
    ['d', 'docs'],
    ['b', 'small browser, where a lesson has one'],
    ['k', 'token'],
    ['h', 'hint'],
    ['m', 'switch who answers'],
    ['t', 'switch colours'],
    ['z', 'all the room for one column, and back'],
    ['8', '80 columns for the code, and back'],
    ['f', 'show the lesson to a room, and back'],
    ['Tab Enter', 'load the request that a blue phrase in the text stands for'],
    ['Esc', 'leave a field or a frame, or stop waiting for an answer'],
  ] as [string, string][],
}

const ko: typeof en = {
  title: '단축키',
  close: '닫기',
  present: '레슨을 여럿에게 보여 주기',
  single: '한 글자 단축키 쓰기',
  singleNote:
    '끄면 입력란을 벗어나 글자를 쳐도 아무 일도 일어나지 않아요. Ctrl Enter와 Esc는 그대로예요.',
  singleRefused: '이 브라우저에는 설정을 남길 수 없어서 단축키가 켜져 있어요.',
  list: [
    ['?', '단축키 보기'],
    ['Ctrl Enter', '요청 보내기'],
    ['n', '다음 페이지'],
    ['p', '이전 페이지'],
    ['r', '요청으로 가기'],
    ['l', '레슨으로 가기, 한 번 더 누르면 과제로'],
    ['c', '서버 코드'],
    ['j', '기록'],
    ['d', 'Docs'],
    ['b', '작은 브라우저(레슨에 있을 때)'],
    ['k', '토큰'],
    ['h', '힌트'],
    ['m', '응답할 서버 바꾸기'],
    ['t', '테마 바꾸기'],
    ['z', '한 칸만 크게 보기, 되돌리기'],
    ['8', '코드를 80칸 너비로 보기, 되돌리기'],
    ['f', '여럿에게 보여 주기, 되돌리기'],
    ['Tab Enter', '글에 파랗게 칠한 말의 요청 불러오기'],
    ['Esc', '입력란이나 프레임에서 나오기, 응답 그만 기다리기'],
  ],
}

export const keysWords = { en, ko }

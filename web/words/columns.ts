/** What the bars between the columns and the buttons for their room are called: loaded with them. */

const en = {
  lesson: 'Width of the lesson',
  server: 'Width of the inside',
  room: {
    lesson: 'All the room for the lesson',
    bench: 'All the room for request and answer',
    server: 'All the room for the inside',
  },
  back: 'All columns again',
  // What is written on the button is a part of its name.
  columns: '80 columns',
  eighty: '80 columns for the code',
}

const ko: typeof en = {
  lesson: '레슨 칸의 너비',
  server: '서버 안쪽 칸의 너비',
  room: {
    lesson: '레슨만 크게 보기',
    bench: '요청과 응답만 크게 보기',
    server: '서버 안쪽만 크게 보기',
  },
  back: '모든 칸 다시 보기',
  columns: '80자',
  eighty: '코드를 80자 너비로 보기',
}

export const columnsWords = { en, ko }

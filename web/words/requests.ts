/** What the page says in the menu of requests: loaded when that is opened. */

const en = {
  page: 'On this page',
  lesson: 'Elsewhere in this lesson',
  sent: 'Sent last',
  none: 'Nothing has been sent in this lesson since the page was loaded.',
  again: 'Send again',
  recall: 'In the path field, ↑ and ↓ walk through these too.',
}

const ko: typeof en = {
  page: '이 페이지의 요청',
  lesson: '이 레슨의 다른 요청',
  sent: '최근에 보낸 요청',
  none: '페이지를 연 뒤로 이 레슨에서 보낸 요청이 없어요.',
  again: '다시 보내기',
  recall: '경로 칸에서 ↑와 ↓를 눌러도 하나씩 불러올 수 있어요.',
}

export const requestsWords = { en, ko }

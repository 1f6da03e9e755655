/** What the journal says: loaded with it. */

const en = {
  empty: 'Nothing has crossed the wire since the page was loaded.',
  clear: 'Clear the journal',
  bare: 'no Authorization header',
  older: (count: number) => `The newest ${count} are kept; older ones are gone.`,
}

const ko: typeof en = {
  empty: '페이지를 연 뒤로 오간 요청이 없어요.',
  clear: '기록 비우기',
  bare: 'Authorization 헤더 없음',
  older: (count) => `최근 ${count}개만 남기고 오래된 기록은 지웠어요.`,
}

export const journalWords = { en, ko }

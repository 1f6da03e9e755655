/** What the journal says of its rows: loaded with it. */

const en = {
  bare: 'no Authorization header',
  older: (count: number) => `The newest ${count} are kept; older ones are gone.`,
}

const ko: typeof en = {
  bare: 'Authorization 헤더 없음',
  older: (count) => `최근 ${count}개만 남기고 오래된 기록은 지웠어요.`,
}

export const journalWords = { en, ko }

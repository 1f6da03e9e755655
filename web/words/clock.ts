/** What the lab clock says, in both languages; loaded with it. */

const en = {
  label: 'Lab clock',
  runs: 'runs',
  stands: 'moved, stands still',
  here: (time: string) => `${time} here`,
  utc: (time: string) => `${time} UTC`,
  meaning:
    'Requests you send from here count as sent at this time. The docs page and its requests keep real time.',
  still: 'The clock was moved, so it stands still.',
  move: 'Move the clock',
  stop: 'Stop it now',
  minute: '+1 min',
  before: '1 s before exp',
  at: 'At exp',
  after: '1 s after exp',
  back: 'Back to now',
  noToken: 'There is no token with an exp yet: get one, or put one into the Authorization header.',
  newest: (exp: string) => `The newest token’s exp is ${exp}`,
  left: (time: string) => `${time} left`,
  over: (time: string) => `over for ${time}`,
  justOver: 'over from this very second on',
  duration: (days: number, hours: number, minutes: number, seconds: number) =>
    [
      [days, 'd'],
      [hours, 'h'],
      [minutes, 'min'],
      [seconds, 's'],
    ]
      .filter(([count]) => count !== 0)
      .map((part) => part.join('\u00a0'))
      .join(' '),
  movedTo: (time: string) => `The clock now stands still at ${time}.`,
  runsAgain: 'The clock runs again.',
  /** On a journal row. */
  row: (time: string) => `clock moved to ${time} UTC`,
}

const ko: typeof en = {
  label: '실습 시계',
  runs: '작동 중',
  stands: '시각 변경됨 · 정지',
  here: (time) => `이 기기 ${time}`,
  utc: (time) => `UTC ${time}`,
  meaning:
    '여기서 보내는 요청은 이 시각에 보낸 것으로 처리돼요. Docs 페이지에서 보내는 요청은 실제 시각을 따라요.',
  still: '시계를 옮겨서 지금은 멈춰 있어요.',
  move: '시계 옮기기',
  stop: '지금 시각에 멈추기',
  minute: '+1분',
  before: 'exp 1초 전',
  at: 'exp 시각',
  after: 'exp 1초 뒤',
  back: '현재로 돌아가기',
  noToken: '아직 exp가 있는 토큰이 없어요. 토큰을 받거나 Authorization 헤더에 넣으세요.',
  newest: (exp) => `가장 최근 토큰의 exp는 ${exp}`,
  left: (time) => `${time} 남음`,
  over: (time) => `${time} 지남`,
  justOver: '지금 이 순간부터 만료',
  duration: (days, hours, minutes, seconds) =>
    [
      [days, '일'],
      [hours, '시간'],
      [minutes, '분'],
      [seconds, '초'],
    ]
      .filter(([count]) => count !== 0)
      .map((part) => part.join(''))
      .join(' '),
  movedTo: (time) => `이제 시계가 ${time}에 멈춰 있어요.`,
  runsAgain: '시계가 다시 작동해요.',
  row: (time) => `실습 시계 UTC ${time}`,
}

export const clockWords = { en, ko } satisfies Record<'en' | 'ko', typeof en>

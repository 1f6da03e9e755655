/** What is said where a task builds on what a reload took away: loaded where that is so. */

const en = {
  part: 'What is left builds on an exchange that the journal no longer has. Do this part once more:',
  login:
    'This begins with a login, and there is none here: a reload ends it, and so does a change of who answers.',
  begin: 'Begin with',
}

const ko: typeof en = {
  part: '앞에서 주고받은 요청과 응답이 이제 기록에 없어요. 이 부분을 한 번 더 해 보세요:',
  login: '먼저 로그인하세요. 새로고침하거나 응답하는 서버를 바꾸면 로그인이 사라져요.',
  begin: '이 요청부터',
}

export const lostWords = { en, ko }

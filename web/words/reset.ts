/** Beginning again for the next group, in both languages: loaded with the page of tools. */

interface ResetWords {
  title: string
  what: string
  all: string
  sure: string
  one: string
  startOver: string
}

export const resetWords: Record<'en' | 'ko', ResetWords> = {
  en: {
    title: 'Begin again',
    what: 'For the next group: progress, journal, tokens, cookies, clock, own servers and choices are forgotten, in this browser and in every open tab of this page. The offline copy and your script stay.',
    all: 'Forget everything',
    sure: 'Forget everything that was done here: progress, journal, tokens, cookies and own servers, in all open tabs?',
    one: 'One lesson alone',
    startOver: 'Start this lesson over',
  },
  ko: {
    title: '처음부터 다시',
    what: '다음 모둠을 위해 진도, 기록, 토큰, 쿠키, 시계, 내 서버, 설정을 지워요. 이 브라우저에 열린 이 페이지의 탭에서 모두 지우고, 오프라인 사본과 대본은 남겨요.',
    all: '모두 지우기',
    sure: '여기서 한 일을 모두 지울까요? 열린 탭 모두에서 진도, 기록, 토큰, 쿠키, 내 서버가 사라져요.',
    one: '레슨 하나만',
    startOver: '이 레슨 다시 시작',
  },
}

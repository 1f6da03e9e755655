/** What the bcrypt chart says; loaded with it. */

const en = {
  title: 'One bcrypt check on this machine',
  about:
    'Takes about a second, or a few on a slow machine. Everything stays on this page, and nothing is kept.',
  measure: 'Measure on this machine',
  again: 'Measure again',
  cancel: 'Cancel',
  cost: 'Cost',
  time: 'Time of one check',
  open: 'not measured yet',
  progress: 'Costs measured',
  measuring: (cost: number, at: number, all: number) => `Cost ${cost}, ${at} of ${all} …`,
  started: 'Measuring.',
  cancelled: 'Cancelled. Nothing was kept.',
  failed: 'The measurement broke off. You can try it again.',
  done: 'Measured:',
  result: (cost: number, time: string) => `cost ${cost}, ${time}`,
  doubles: 'Each step of cost doubles the work.',
  ratio: (from: number, to: number, work: number, time: string) =>
    `From cost ${from} to ${to} it is ${work} times the work, and here it took ${time} times as long.`,
  noisy: 'Something else kept the machine busy meanwhile: measure again to see it better.',
  scale:
    'The bars are to scale and begin at zero. Each time is the median of several runs of bcryptjs, of one run at the highest cost.',
}

const ko: typeof en = {
  title: '내 기기에서 bcrypt 한 번',
  about: '1초쯤, 느린 기기에서는 몇 초 걸려요. 모두 이 페이지 안에서만 하고, 저장하지 않아요.',
  measure: '이 기기에서 재기',
  again: '다시 재기',
  cancel: '취소',
  cost: '비용(cost)',
  time: '한 번 확인하는 시간',
  open: '아직 재지 않음',
  progress: '잰 비용',
  measuring: (cost, at, all) => `비용 ${cost}, ${all}개 중 ${at}번째 …`,
  started: '재는 중이에요.',
  cancelled: '취소했어요. 남은 것은 없어요.',
  failed: '재다가 멈췄어요. 다시 해 볼 수 있어요.',
  done: '측정 결과:',
  result: (cost, time) => `비용 ${cost}, ${time}`,
  doubles: '비용이 한 단계 오를 때마다 계산량이 두 배가 돼요.',
  ratio: (from, to, work, time) =>
    `비용을 ${from}에서 ${to}${[0, 3, 6].includes(to % 10) ? '으로' : '로'} 올리면 계산량은 ${work}배이고, 여기서는 시간이 ${time}배 걸렸어요.`,
  noisy: '그사이 기기가 다른 일로 바빴어요. 다시 재면 더 잘 보여요.',
  scale:
    '막대는 0에서 시작하고 길이는 시간에 비례해요. 시간은 bcryptjs를 여러 번 돌린 중앙값이고, 가장 높은 비용만 한 번 잰 값이에요.',
}

export const bcryptWords = { en, ko }

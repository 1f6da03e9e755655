/** What the diagram of a flow says, in both languages; loaded with it. */

const en = {
  step: (number: number, all: number) => `Step ${number} of ${all}`,
  back: 'Step back',
  forward: 'Next step',
  label: 'The password flow as a sequence diagram',
  current: 'now',
}

const ko: typeof en = {
  step: (number, all) => `${all}단계 중 ${number}단계`,
  back: '한 단계 뒤로',
  forward: '다음 단계',
  label: '패스워드 플로 시퀀스 다이어그램',
  current: '지금',
}

export const flowWords = { en, ko }

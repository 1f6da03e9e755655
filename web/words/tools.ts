/** The page of tools, in both languages; loaded with it. Each tool has its words in a file of its own. */

interface ToolsWords {
  title: string
  lead: string
}

export const toolsWords: Record<'en' | 'ko', ToolsWords> = {
  en: {
    title: 'Tools',
    lead: 'Take your progress along, learn without a network, teach a class, begin again.',
  },
  ko: {
    title: '도구',
    lead: '진도를 옮기고, 네트워크 없이 배우고, 수업을 하고, 처음부터 다시 시작해요.',
  },
}

/** What the glossary says around its terms; loaded with it. */

const en = {
  title: 'Glossary',
  search: 'Search the terms',
  found: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
  none: 'No term fits.',
  all: 'All terms',
  close: 'Close',
  introduced: (lesson: number, title: string) => `Lesson ${lesson} · ${title}`,
  section: (rfc: string, section: string) => `RFC ${rfc} §${section}`,
  appendix: (rfc: string, appendix: string) => `RFC ${rfc}, Appendix ${appendix}`,
  failed: 'The glossary could not be loaded.',
}

const ko: typeof en = {
  title: '용어집',
  search: '용어 찾기',
  found: (count) => `용어 ${count}개`,
  none: '찾는 용어가 없어요.',
  all: '용어 모두 보기',
  close: '닫기',
  introduced: (lesson, title) => `레슨 ${lesson} · ${title}`,
  section: (rfc, section) => `RFC ${rfc} §${section}`,
  appendix: (rfc, appendix) => `RFC ${rfc} 부록 ${appendix}`,
  failed: '용어집을 불러오지 못했어요.',
}

export const glossaryWords = { en, ko }

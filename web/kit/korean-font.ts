/**
 * Noto Sans KR in slices, for machines without a Korean font.
 *
 * It stands behind the system's fonts: a browser fetches a slice only for a letter that nothing before it has.
 */

import '@fontsource-variable/noto-sans-kr/wght.css?course'

const FAMILY = 'Noto Sans KR Variable'

/** The slice without a letter, which a browser loads where a text has any that the course has not. */
const isEmpty = ({ family, unicodeRange }: FontFace) =>
  family.includes(FAMILY) && /D7FF/i.test(unicodeRange)

/** What learners write themselves may have any letter. */
function loadAll(loaded: readonly FontFace[]): void {
  if (loaded.some(isEmpty)) import('@fontsource-variable/noto-sans-kr/wght.css?all').catch(() => {})
}

document.fonts.addEventListener('loadingdone', ({ fontfaces }) => loadAll(fontfaces))
loadAll([...document.fonts].filter(({ status }) => status === 'loaded'))

/** Loads the slices that the course needs and this machine lacks; resolves when they are there. */
export async function koreanFont(): Promise<void> {
  // Only layout knows what the system's fonts have: it asks for a slice where a letter has no glyph.
  const probe = document.createElement('div')
  Object.assign(probe.style, { position: 'fixed', visibility: 'hidden', width: '0', height: '0' })
  for (const family of ['var(--sans)', 'var(--mono)']) {
    const text = document.createElement('span')
    text.style.fontFamily = family
    text.textContent = courseLetters()
    probe.append(text)
  }
  document.body.append(probe)
  probe.getBoundingClientRect()
  await document.fonts.ready
  probe.remove()
}

/** The letters that its faces have. */
function courseLetters(): string {
  const ranges = [...document.fonts]
    .filter((face) => face.family.includes(FAMILY) && !isEmpty(face))
    .flatMap(({ unicodeRange }) => unicodeRange.match(/[\da-f]+(?:-[\da-f]+)?/gi) ?? [])
  return ranges
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((code) => parseInt(code, 16))
      return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
    })
    .join('')
}

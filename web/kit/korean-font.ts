/**
 * Noto Sans KR in slices, for machines without a Korean font.
 *
 * It stands behind the system's fonts: a browser fetches a slice only for a letter that nothing before it has.
 */

import '@fontsource-variable/noto-sans-kr/wght.css?course'
import letters from 'virtual:course-letters'

/** Loads the slices that the course needs and this machine lacks; resolves when they are there. */
export async function koreanFont(): Promise<void> {
  // Only layout knows what the system's fonts have: it asks for a slice where a letter has no glyph.
  const probe = document.createElement('div')
  Object.assign(probe.style, { position: 'fixed', visibility: 'hidden', width: '0', height: '0' })
  for (const family of ['var(--sans)', 'var(--mono)']) {
    const text = document.createElement('span')
    text.style.fontFamily = family
    text.textContent = letters
    probe.append(text)
  }
  document.body.append(probe)
  probe.getBoundingClientRect()
  await document.fonts.ready
  probe.remove()
  // A machine that has the course's letters has a Korean font: with all others.
  const lacksLetters = [...document.fonts].some(
    ({ family, status }) => family.includes('Noto Sans KR') && status === 'loaded',
  )
  // What learners write themselves may have any letter.
  if (lacksLetters) import('@fontsource-variable/noto-sans-kr/wght.css?others').catch(() => {})
}

/** The signs in front of the line numbers: a problem, or what became of the line. */

import { forEachDiagnostic } from '@codemirror/lint'
import { gutter, GutterMarker } from '@codemirror/view'
import { runOf } from './mark-decorations.ts'

const SIGNS = { ran: '✓', refused: '✕', unreached: '–', problem: '!' } as const

/** One sign. Gutters are hidden from screen readers, which hear of marks and problems below the editor. */
class Sign extends GutterMarker {
  private readonly kind: keyof typeof SIGNS
  private readonly title: string

  constructor(kind: keyof typeof SIGNS, title = '') {
    super()
    this.kind = kind
    this.title = title
  }

  override eq(other: Sign): boolean {
    return other.kind === this.kind && other.title === this.title
  }

  override toDOM(): Node {
    const sign = document.createElement('span')
    sign.className = `sign sign-${this.kind}`
    sign.title = this.title
    sign.textContent = SIGNS[this.kind]
    return sign
  }
}

const spacer = new Sign('ran')

export const signGutter = gutter({
  class: 'signs',
  initialSpacer: () => spacer,
  lineMarker({ state }, { from, to }) {
    const problems: string[] = []
    forEachDiagnostic(state, ({ message }, start) => {
      if (from <= start && start <= to) problems.push(message)
    })
    if (problems.length > 0) return new Sign('problem', problems.join('\n'))
    const { number } = state.doc.lineAt(from)
    const run = runOf(state, number)
    // Once for lines one after another, as where the source is only read.
    return run && run !== runOf(state, number - 1) ? new Sign(run) : null
  },
  lineMarkerChange: ({ docChanged, transactions }) =>
    docChanged || transactions.some(({ effects }) => effects.length > 0),
})

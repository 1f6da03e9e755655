/** What the editor is made of. */

import { autocompletion, closeBrackets } from '@codemirror/autocomplete'
import { history } from '@codemirror/commands'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { linter } from '@codemirror/lint'
import { search } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLineGutter, lineNumbers } from '@codemirror/view'
import { tell } from '../../kit/tell.ts'
import type { EditorWords } from '../../words/editor.ts'
import { closeWhenWritten } from './close-when-written.ts'
import { completions } from './completion.ts'
import { editorKeys } from './editor-keys.ts'
import { hangingIndent } from './hanging-indent.ts'
import { markedField } from './mark-decorations.ts'
import { replaced } from './replace-text.ts'
import { signGutter } from './sign-gutter.ts'
import { highlighter } from './syntax-classes.ts'
import { typeOver } from './type-over.ts'

interface Setup {
  file: string
  words: EditorWords
  isReadOnly: boolean
  /** Ids of what describes the editor. */
  describedBy: string
}

const same: Extension = [
  markedField,
  hangingIndent,
  signGutter,
  lineNumbers(),
  highlightActiveLineGutter(),
  history(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  typeOver,
  typescriptLanguage,
  syntaxHighlighting(highlighter),
  autocompletion({ override: completions, icons: false }),
  closeWhenWritten,
  search({ top: true }),
  // Problems come from the owner, by `setDiagnostics`.
  linter(null),
  editorKeys,
  EditorView.lineWrapping,
  EditorView.updateListener.of(({ docChanged, transactions, state, view }) => {
    if (!docChanged) return
    const isTyped = transactions.some((each) => each.docChanged && !each.annotation(replaced))
    if (isTyped) tell(view.dom, 'edit', state.doc.toString())
  }),
]

/** All extensions, for a file in a language. */
export function editorSetup({ file, words, isReadOnly, describedBy }: Setup): Extension {
  return [
    same,
    EditorState.phrases.of(words.phrases),
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': file,
      'aria-describedby': describedBy,
      // Said, for checkers that take what is edited for nothing that can have the focus.
      tabindex: '0',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      translate: 'no',
      // It keeps its caret for who reads by keys; a phone need not bring up its keyboard.
      ...(isReadOnly && { inputmode: 'none' }),
    }),
  ]
}

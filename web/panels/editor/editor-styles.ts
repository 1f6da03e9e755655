/** How the editor looks: as the source does where it is only read, with what is typed into it. */

import { css } from 'lit'

export const editorStyles = css`
  .cm-editor {
    max-height: var(--editor-height, max(16rem, 100dvh - 24rem));
    color: var(--ink);
    overflow: hidden;
  }
  .cm-editor.cm-focused {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .cm-editor .cm-scroller {
    font: inherit;
    line-height: inherit;
    overflow-y: auto;
  }
  .cm-editor .cm-content {
    padding: var(--space-2) 0;
    caret-color: var(--accent);
    /* Words of code are not kept whole as those of a sentence are. */
    word-break: normal;
    overflow-wrap: anywhere;
  }
  .cm-editor .cm-content:focus-visible {
    outline: none;
  }
  .cm-editor .cm-line {
    padding: 0 1ch 0 calc(2.6ch + var(--indent, 0ch));
    border-left: 3px solid transparent;
    text-indent: calc(-2ch - var(--indent, 0ch));
  }
  .cm-editor .cm-gutters {
    border: 0;
    background: var(--sheet);
    color: var(--ink-2);
  }
  .cm-editor .cm-activeLineGutter {
    background: none;
    color: var(--ink);
    font-weight: 700;
  }
  .cm-editor .cm-lineNumbers .cm-gutterElement {
    min-width: 4ch;
    padding: 0 0.8ch 0 0;
  }
  .signs .cm-gutterElement {
    width: 2ch;
    text-align: center;
    font-weight: 700;
  }
  .sign-ran {
    color: var(--pass);
  }
  .sign-refused,
  .sign-problem {
    color: var(--stop);
  }
  .sign-unreached {
    color: var(--ink-2);
  }
  .cm-editor .cm-line.ran {
    border-color: var(--pass);
    background: var(--pass-soft);
  }
  .cm-editor .cm-line.refused {
    border-color: var(--stop);
    background: var(--stop-soft);
  }
  .cm-editor .cm-line.unreached {
    border-left-style: dashed;
    border-color: var(--edge);
  }
  .cm-editor .cm-line.shown {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .cm-editor .cm-line.unreached,
  .unreached span,
  .part-unreached,
  .part-unreached span {
    color: var(--ink-2);
  }
  .part-refused {
    box-shadow: 0 2px 0 var(--stop);
    font-weight: 700;
  }
  .part-unreached {
    border-bottom: 1px dashed var(--edge);
  }
  .cm-editor .cm-lintRange {
    padding: 0;
    background: none;
    text-decoration: underline wavy var(--stop) 1.5px;
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
  }
  .cm-editor .cm-lintRange-active {
    background: var(--stop-soft);
  }
  .cm-editor .cm-lintPoint::after {
    border-bottom-color: var(--stop);
  }
  .cm-editor .cm-matchingBracket,
  .cm-editor.cm-focused .cm-matchingBracket {
    background: var(--accent-soft);
    outline: 1px solid var(--accent);
  }
  .cm-editor .cm-nonmatchingBracket,
  .cm-editor.cm-focused .cm-nonmatchingBracket {
    background: var(--stop-soft);
    color: var(--stop);
  }
  .cm-editor .cm-searchMatch {
    background: var(--wait-soft);
    outline: 1px solid var(--wait);
  }
  .cm-editor .cm-searchMatch-selected {
    background: var(--wait);
  }
  .cm-editor .cm-searchMatch-selected,
  .cm-editor .cm-searchMatch-selected span {
    color: var(--on-accent);
  }
  .keys,
  .problems {
    margin-top: var(--space-1);
    font-size: var(--small);
    color: var(--ink-2);
  }
  .problems {
    list-style: none;
  }
  .problems button {
    display: flex;
    gap: var(--space-2);
    width: 100%;
    padding: var(--space-1) var(--space-2);
    border: 0;
    border-left: 3px solid var(--stop);
    border-radius: 0;
    background: var(--stop-soft);
    color: var(--ink);
    text-align: start;
  }
  .problems button:hover {
    text-decoration: underline;
  }
  .problems b {
    flex: none;
    color: var(--stop);
  }
`

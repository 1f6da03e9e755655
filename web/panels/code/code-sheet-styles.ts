/** What every sheet of code has in common, to be read, written or compared: its frame, its letters, its indents. */

import { css } from 'lit'

export const codeSheetStyles = css`
  .code-sheet,
  .cm-editor {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    font: var(--code) / 1.6 var(--mono);
    /* Two signs are two signs: == is never one. */
    font-variant-ligatures: none;
    font-feature-settings: 'calt' 0;
    tab-size: 2;
  }
  /* The policy lets no element have a style of its own. */
  .indent-2 {
    --indent: 2ch;
  }
  .indent-4 {
    --indent: 4ch;
  }
  .indent-6 {
    --indent: 6ch;
  }
  .indent-8 {
    --indent: 8ch;
  }
  .indent-10 {
    --indent: 10ch;
  }
  .indent-12 {
    --indent: 12ch;
  }
`

/** How what opens in the editor looks: the search panel, completions, hints at problems. */

import { css } from 'lit'

export const editorPopupStyles = css`
  .cm-editor .cm-panels {
    border: 0;
    border-bottom: 1px solid var(--line);
    background: var(--sunk);
    color: var(--ink);
    font: var(--small) / 1.4 var(--sans);
    z-index: 2;
  }
  .cm-editor .cm-panel.cm-search,
  .cm-editor .cm-panel.cm-gotoLine {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    padding: var(--space-2) 44px var(--space-2) var(--space-2);
  }
  .cm-editor .cm-panel.cm-search br {
    flex-basis: 100%;
    height: 0;
    content: '';
  }
  .cm-editor .cm-panel.cm-search :is(input, button, label),
  .cm-editor .cm-panel.cm-gotoLine :is(input, button, label) {
    margin: 0;
    font-size: inherit;
  }
  .cm-editor .cm-panel .cm-textfield {
    flex: 1 1 10rem;
    min-width: 0;
    min-height: 36px;
    padding: 0 var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    color: var(--ink);
    font-family: var(--mono);
  }
  .cm-editor .cm-panel .cm-button {
    background: var(--sheet);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    padding: 0 var(--space-3);
    color: inherit;
  }
  .cm-editor .cm-panel .cm-button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  .cm-editor .cm-panel label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    white-space: nowrap;
  }
  .cm-editor .cm-panel.cm-search [name='close'],
  .cm-editor .cm-panel .cm-dialog-close {
    top: var(--space-2);
    right: var(--space-2);
    width: 32px;
    min-height: 32px;
    border-radius: var(--radius-small);
    font-size: 1.2em;
    cursor: pointer;
  }
  .cm-editor .cm-tooltip {
    max-width: min(34rem, 90vw);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    color: var(--ink);
    font: var(--small) / 1.4 var(--sans);
    z-index: 3;
  }
  .cm-editor .cm-diagnostic {
    margin: 0;
    padding: var(--space-1) var(--space-2);
    border-left: 3px solid var(--stop);
    white-space: pre-wrap;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul {
    max-height: 14em;
    font: var(--code) / 1.6 var(--mono);
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li {
    display: flex;
    gap: 2ch;
    justify-content: space-between;
    padding: 0 var(--space-2);
    line-height: 1.7;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .cm-editor .cm-completionMatchedText {
    text-decoration: none;
    font-weight: 700;
  }
  .cm-editor .cm-completionDetail {
    margin: 0;
    overflow: hidden;
    color: var(--ink-2);
    font-style: normal;
    text-overflow: ellipsis;
  }
  .cm-editor li[aria-selected] .cm-completionDetail {
    color: inherit;
  }
  @media (pointer: coarse) {
    .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li {
      min-height: 44px;
      align-items: center;
    }
  }
`

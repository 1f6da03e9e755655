/** The styles of the bar at the top. */

import { css } from 'lit'
import { heardOnly } from '../kit/heard-only.ts'

export const topBarStyles = css`
  :host {
    border-bottom: 1px solid var(--line);
    background: var(--paper);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    align-items: center;
    min-height: 56px;
    padding: var(--space-1) var(--space-5);
  }
  .brand {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    color: var(--ink);
    font-weight: 650;
    text-decoration: none;
    letter-spacing: -0.01em;
  }
  .brand svg {
    width: 22px;
  }
  .skip {
    position: absolute;
    left: var(--space-4);
    top: -60px;
    z-index: 3;
    padding: var(--space-2) var(--space-4);
    background: var(--accent);
    color: var(--on-accent);
  }
  .skip:focus {
    top: var(--space-2);
  }
  nav ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    list-style: none;
  }
  nav a {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    min-height: 36px;
    padding: 0 var(--space-2);
    border-radius: 18px;
    color: var(--ink-2);
    text-decoration: none;
  }
  nav a[data-current] {
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 600;
  }
  .right {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
    align-items: center;
    margin-left: auto;
  }
  .modes {
    position: relative;
    display: flex;
    padding: 2px;
    border: 1px solid var(--edge);
    border-radius: 20px;
    background: var(--sheet);
  }
  .modes button {
    min-height: 32px;
    border: 0;
    border-radius: 16px;
    background: none;
    color: var(--ink-2);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .modes [aria-pressed='true'] {
    background: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  .modes [aria-disabled='true'] {
    text-decoration: line-through;
  }
  a.language {
    padding: 0 var(--space-2);
    color: var(--ink-2);
    line-height: 36px;
    text-decoration: none;
  }
  /* As wide in every Korean font: it may change while the page is read. */
  a.language:lang(ko) {
    box-sizing: content-box;
    width: 3em;
    text-align: center;
    white-space: nowrap;
  }
  button.plain {
    min-width: 36px;
    padding: 0 var(--space-2);
  }
  button svg {
    display: block;
    width: 18px;
    height: 18px;
  }
  @media (min-width: 1401px) and (max-width: 1560px) {
    header {
      padding: var(--space-1) var(--space-4);
      column-gap: var(--space-3);
    }
    nav a {
      gap: var(--space-1);
      padding: 0 var(--space-1);
    }
    .modes button {
      padding: 0 var(--space-2);
    }
  }
  /* Where there is less room, only the open lesson says its name: one line is enough then. */
  @media (max-width: 1400px) {
    nav a:not([data-current]) .title {
      ${heardOnly}
    }
  }
  @media (max-width: 700px) {
    header {
      gap: var(--space-1);
      padding: var(--space-1) var(--space-4);
    }
    nav {
      order: 1;
      flex: 1 0 100%;
    }
    nav ol {
      justify-content: space-between;
      gap: 0;
    }
    nav a {
      min-width: 44px;
      min-height: 40px;
      justify-content: center;
    }
    .brand {
      margin-right: auto;
    }
    .right {
      display: contents;
    }
    .modes {
      order: 1;
      flex: 1 0 100%;
    }
    .modes button {
      flex: 1;
    }
  }
`

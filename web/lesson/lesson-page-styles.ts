/** The styles of a lesson's page. */

import { css } from 'lit'

export const lessonPageStyles = css`
  .count {
    margin-bottom: var(--space-2);
  }
  .dots {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-bottom: var(--space-5);
    padding: 0;
    list-style: none;
  }
  .dots a {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    color: var(--ink-2);
    font-size: 12px;
    font-weight: 600;
    text-decoration: none;
  }
  .dots .reading {
    border-style: dashed;
  }
  .dots .done {
    border-color: var(--pass);
    background: var(--pass);
    color: var(--sheet);
  }
  .dots [aria-current] {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  @media (max-width: 759px) {
    .dots {
      gap: var(--space-2);
    }
    .dots a {
      width: 38px;
      height: 38px;
      font-size: 14px;
    }
  }
  .dots li + li {
    margin: 0;
  }
  h1 {
    margin-bottom: var(--space-3);
  }
  h1:focus-visible {
    outline: none;
  }
  .text {
    margin-bottom: var(--space-5);
  }
  .wrong {
    margin-top: var(--space-4);
    padding: var(--space-3);
    border-left: 3px solid var(--wait);
    background: var(--wait-soft);
  }
  .wrong .label {
    display: block;
    margin-bottom: var(--space-1);
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    justify-content: space-between;
    margin-top: var(--space-5);
  }
  .way a {
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    color: var(--ink);
    text-decoration: none;
  }
  .way .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .foot {
    margin-top: var(--space-6);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
    font-size: var(--small);
  }
  .foot button {
    padding: 0;
  }
  .foot button + button {
    margin-left: var(--space-4);
  }
  @media (max-width: 759px) {
    .foot button {
      min-height: 44px;
    }
  }
`

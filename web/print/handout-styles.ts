/** How a lesson looks on paper, and on the screen before it is printed. */

import { css } from 'lit'

export const handoutStyles = css`
  header,
  section {
    margin-bottom: var(--space-5);
  }
  .screen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
    margin-top: var(--space-3);
  }
  h2 {
    margin-bottom: var(--space-2);
    font-size: 1.0625rem;
  }
  .kind {
    margin-left: var(--space-1);
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-2);
  }
  .text > * + *,
  .ask,
  .answer > * + *,
  .steps li + li {
    margin-top: var(--space-2);
  }
  .boxes {
    margin-top: var(--space-2);
    padding: 0;
    list-style: none;
  }
  .boxes li {
    position: relative;
    padding-left: 1.8em;
  }
  .boxes li + li {
    margin-top: var(--space-1);
  }
  .boxes li::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0.28em;
    width: 0.9em;
    height: 0.9em;
    border: 1px solid var(--ink);
    border-radius: 2px;
  }
  .boxes p {
    display: inline;
  }
  .steps {
    margin-top: var(--space-3);
    padding-left: 1.4em;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-2) var(--space-3);
    margin-top: var(--space-3);
    break-inside: avoid;
  }
  .pair h3,
  .pair p {
    grid-column: 1 / -1;
  }
  pre {
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-family: var(--mono);
    font-size: 0.75rem;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  h2,
  h3 {
    break-after: avoid;
  }
  .answer {
    margin-top: var(--space-4);
    break-inside: avoid;
  }
  .answer pre {
    break-inside: auto;
  }
  .title {
    font-size: var(--title);
  }
  /* What moves under a finger stands elsewhere on paper. */
  bp-flow,
  bp-attacks,
  bp-bcrypt-chart {
    display: none;
  }
  @media (max-width: 600px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    :host {
      max-width: none;
      padding: 0;
      font-size: 9.5pt;
      line-height: 1.45;
    }
    .screen {
      display: none;
    }
    section {
      margin-bottom: 5mm;
    }
    .page {
      break-inside: avoid;
    }
    pre {
      font-size: 7.5pt;
      line-height: 1.4;
    }
    /* They can be kept back from the hand-out. */
    .answers {
      break-before: page;
    }
  }
`

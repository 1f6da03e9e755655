/** How the start page stands: words beside the picture, and the course as a path below. */

import { css } from 'lit'

export const startStyles = css`
  :host {
    container-type: inline-size;
    max-width: 68rem;
    margin: 0 auto;
    padding: clamp(var(--space-5), 4vw, var(--space-7)) clamp(var(--space-4), 2.5vw, var(--space-5))
      clamp(var(--space-6), 4vw, var(--space-7));
  }
  .hero {
    display: grid;
    gap: var(--space-6) var(--space-7);
    align-items: center;
  }
  h1 {
    font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem);
    letter-spacing: -0.025em;
    line-height: 1.15;
  }
  h1:focus-visible {
    outline: none;
  }
  .what {
    max-width: 34rem;
    margin: var(--space-4) 0 var(--space-5);
    font-size: 1.0625rem;
  }
  .way {
    display: inline-block;
    padding: var(--space-3) var(--space-5);
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    text-decoration: none;
  }
  .way:hover {
    filter: brightness(1.08);
  }
  dl {
    display: grid;
    gap: var(--space-2);
    max-width: 34rem;
    margin-top: var(--space-6);
  }
  dl div {
    display: grid;
    grid-template-columns: 6.5rem 1fr;
    gap: var(--space-3);
  }
  dt {
    font-weight: 600;
  }
  dd {
    color: var(--ink-2);
  }
  .picture {
    margin: 0 auto;
  }
  section {
    margin-top: var(--space-7);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    align-items: baseline;
    margin-bottom: var(--space-4);
  }
  h2 {
    font-size: 1.25rem;
    letter-spacing: -0.01em;
  }
  ol {
    --ring: 32px;
    display: grid;
    margin: 0 calc(-1 * var(--space-3));
    list-style: none;
  }
  li {
    position: relative;
  }
  li a {
    display: grid;
    grid-template-columns: var(--ring) 1fr;
    gap: 0 var(--space-4);
    padding: var(--space-3);
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }
  li a > span {
    grid-column: 2;
  }
  li .ring {
    grid-row: 1 / 4;
    z-index: 1;
    width: var(--ring);
    height: var(--ring);
    border-radius: 50%;
    background: var(--paper);
  }
  /* The path from one lesson to the next. */
  li:not(:last-child)::after {
    content: '';
    position: absolute;
    top: calc(var(--space-3) + var(--ring));
    bottom: calc(-1 * var(--space-3));
    left: calc(var(--space-3) + var(--ring) / 2 - 1px);
    border-left: 2px solid var(--line);
  }
  li a:hover,
  li a:focus-visible {
    background: var(--accent-soft);
  }
  .title {
    font-weight: 650;
    line-height: var(--ring);
  }
  .promise {
    color: var(--ink-2);
  }
  .state {
    margin-top: var(--space-1);
    color: var(--ink-2);
    font-size: var(--small);
    font-weight: 600;
  }
  [data-state='begun'] .state {
    color: var(--accent);
  }
  [data-state='done'] .state {
    color: var(--pass);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    justify-content: space-between;
    margin-top: var(--space-4);
  }
  .before > * + * {
    margin-top: var(--space-2);
  }
  summary {
    color: var(--accent);
    cursor: pointer;
  }
  table {
    margin-top: var(--space-2);
    border-collapse: collapse;
    text-align: start;
  }
  th,
  td {
    padding: var(--space-1) var(--space-4) var(--space-1) 0;
    border-bottom: 1px solid var(--line);
    font-weight: inherit;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  thead th {
    font-weight: 600;
  }
  .foot button {
    padding: 0;
  }
  @media (max-width: 759px) {
    .foot button {
      min-height: 44px;
    }
    summary {
      padding: var(--space-2) 0;
    }
  }
  /* WebKit keeps what a media query said when the page was last shown, whatever the window has become since. */
  @container (min-width: 912px) {
    .hero {
      grid-template-columns: minmax(0, 1fr) minmax(0, 420px);
    }
    ol {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    li a {
      height: 100%;
      grid-template: var(--ring) auto 1fr auto / 1fr;
      gap: var(--space-2);
    }
    li a > span,
    li .ring {
      grid-area: auto;
    }
    li:not(:last-child)::after {
      inset: calc(var(--space-3) + var(--ring) / 2 - 1px) calc(-1 * var(--space-3)) auto
        calc(var(--space-3) + var(--ring));
      border: 0;
      border-top: 2px solid var(--line);
    }
    .title {
      line-height: 1.4;
    }
  }
`

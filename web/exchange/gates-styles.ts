/** How the line of gates looks: dots with their names, and upright where there is no room for that. */

import { css } from 'lit'
import { heardOnly } from '../kit/heard-only.ts'

export const gatesStyles = css`
  :host {
    container-type: inline-size;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }
  li {
    display: contents;
  }
  button {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-3);
    align-items: baseline;
    min-height: 26px;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: inherit;
    font-size: var(--small);
    line-height: 1.45;
    text-align: start;
  }
  button:focus-visible {
    outline-offset: -1px;
  }
  b {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    font-weight: 600;
  }
  .dot {
    position: relative;
    display: grid;
    place-content: center;
    flex: none;
    width: 18px;
    height: 18px;
    border: 1.5px solid var(--pass);
    border-radius: 50%;
    background: var(--pass);
    color: var(--sheet);
    font: 700 11px / 1 var(--sans);
  }
  .name {
    white-space: nowrap;
  }
  button:hover .name,
  [aria-expanded='true'] .name {
    color: var(--accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
  }
  .why {
    color: var(--ink-2);
  }
  .stopped .dot {
    border-color: var(--stop);
    background: var(--stop);
  }
  .stopped .name {
    color: var(--stop);
    font-weight: 700;
  }
  /* Another server: it has a sign of its own shape, and the way goes on behind it. */
  .elsewhere .dot {
    border-radius: 5px;
  }
  .not-reached .dot {
    border: 1.5px dashed var(--edge);
    background: var(--paper);
    color: var(--ink-2);
  }
  .not-reached .name {
    color: var(--ink-2);
    font-weight: 400;
  }
  bp-gate-detail {
    grid-column: 1 / -1;
  }
  @container (max-width: 399px) {
    button {
      align-items: center;
    }
    /* Many gates stand in two columns, without their reasons: so all of them are seen at once. */
    .levels {
      grid-template-columns: 1fr 1fr;
      grid-template-rows: repeat(var(--rows), auto);
      grid-auto-flow: column;
    }
    .levels .why {
      ${heardOnly}
    }
    .levels bp-gate-detail {
      grid-row: calc(var(--rows) + 1);
    }
  }
  @container (min-width: 400px) {
    ol {
      grid-template-columns: repeat(var(--gates), minmax(0, 1fr));
    }
    button {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      justify-items: center;
      min-height: 44px;
      padding: 2px 0;
    }
    button::before {
      content: '';
      position: absolute;
      top: 10px;
      left: 0;
      right: 0;
      border-top: 1.5px solid var(--line);
    }
    :is(.passed, .stopped) button::before {
      border-color: var(--pass);
    }
    .stopped:not(.elsewhere) button::before {
      right: 50%;
    }
    li:first-child button::before {
      left: 50%;
    }
    li:last-child button::before {
      right: 50%;
    }
    b {
      flex-direction: column;
      gap: 3px;
    }
    .name {
      position: relative;
      font-size: 0.75rem;
      line-height: 1.3;
    }
    /* The first name and the last have no neighbour to lend them room. */
    .levels {
      margin-inline: 6px;
    }
    /* The names of many gates take turns on levels, so that each has the room of several. */
    .levels li {
      --level: 0;
    }
    .levels li:nth-child(even) {
      --level: 1;
    }
    .levels .name {
      margin-top: calc(var(--level) * 1.3em);
    }
    .levels .name::before {
      content: '';
      position: absolute;
      bottom: 100%;
      left: 50%;
      height: max(0em, var(--level) * 1.3em - 0.1em);
      border-left: 1px solid var(--line);
    }
    ol .why {
      ${heardOnly}
    }
    bp-gate-detail {
      order: 1;
    }
  }
  /* In a narrow column there are three levels. */
  @container (min-width: 400px) and (max-width: 459px) {
    .levels li:nth-child(3n + 1) {
      --level: 0;
    }
    .levels li:nth-child(3n + 2) {
      --level: 1;
    }
    .levels li:nth-child(3n) {
      --level: 2;
    }
  }
`

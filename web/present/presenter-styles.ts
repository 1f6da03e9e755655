/** How the presenter's window looks: notes to be read at a glance, and the time. */

import { css } from 'lit'

export const presenterStyles = css`
  :host {
    display: block;
    max-width: 80rem;
    margin: 0 auto;
    padding: var(--space-4) clamp(var(--space-4), 3vw, var(--space-6)) var(--space-6);
  }
  h1:focus-visible {
    outline: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-5);
    justify-content: space-between;
    align-items: baseline;
    margin-bottom: var(--space-4);
  }
  .leads {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
  }
  .wide {
    display: grid;
    grid-template-columns: minmax(15rem, 1fr) minmax(0, 2.2fr);
    gap: var(--space-5) var(--space-6);
    align-items: start;
  }
  .side {
    display: grid;
    gap: var(--space-4);
  }
  .now {
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-left: 3px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--sheet);
  }
  .now b {
    display: block;
    font-size: 1.15em;
  }
  ol.then {
    display: grid;
    gap: var(--space-1);
    padding-left: 1.3em;
  }
  .then li:first-child {
    font-weight: 650;
  }
  .ready {
    margin-top: var(--space-3);
  }
  .offers {
    padding-left: 1.3em;
    font-size: var(--small);
  }
  .offers [aria-current='true'] {
    font-weight: 650;
  }
  code {
    overflow-wrap: anywhere;
  }
  .times {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--space-1) var(--space-4);
    font-variant-numeric: tabular-nums;
  }
  .times dd {
    font-size: 1.15em;
    font-weight: 650;
  }
  .times .late {
    color: var(--wait);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  section > header {
    margin-bottom: var(--space-2);
  }
  section > header h2 {
    margin: 0;
  }
  .notes {
    font-size: 1.1rem;
    line-height: 1.6;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  .about {
    color: var(--ink-2);
    font-size: var(--text);
  }
  .about p + p {
    margin-top: var(--space-2);
  }
  section + section {
    margin-top: var(--space-5);
  }
  section h2 {
    margin-bottom: var(--space-2);
  }
  details {
    border-top: 1px solid var(--line);
  }
  summary {
    padding: var(--space-2) 0;
    cursor: pointer;
  }
  kbd {
    font: 600 var(--small) / 1.4 var(--sans);
  }
  details > div {
    padding: 0 0 var(--space-3) 1.4em;
  }
  .hands {
    display: grid;
    gap: var(--space-1);
    list-style: none;
  }
  .hands li {
    display: grid;
    grid-template-columns: 1.4em minmax(0, 1fr) auto;
    gap: var(--space-2);
  }
  .hands kbd {
    align-self: start;
  }
  .comes {
    color: var(--pass);
    font-weight: 650;
  }
  .hands em {
    display: block;
    font-size: var(--small);
    font-style: normal;
  }
  .empty {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    max-width: 36rem;
    margin-top: var(--space-5);
  }
  @media (max-width: 820px) {
    .wide {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`

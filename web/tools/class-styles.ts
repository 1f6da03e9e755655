/** How a class's tables stand: on a narrow screen they move sideways, and who it is about stays in sight. */

import { css } from 'lit'

export const classStyles = css`
  .wide {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }
  thead th {
    border-top: 0;
    background: var(--sunk);
    vertical-align: bottom;
  }
  tbody th {
    min-width: 7rem;
    max-width: 16rem;
    font-weight: 600;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    background: var(--sheet);
    box-shadow: inset -1px 0 var(--line);
  }
  thead th:first-child {
    background: var(--sunk);
  }
  thead button {
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  .all {
    color: var(--pass);
    font-weight: 650;
  }
  .none {
    color: var(--ink-2);
  }
  .stuck {
    min-width: 11rem;
    color: var(--stop);
    white-space: normal;
  }
  .turn {
    min-width: 18rem;
    white-space: normal;
  }
  @media (max-width: 600px) {
    th,
    td {
      padding: var(--space-2);
    }
    tbody th {
      min-width: 5.5rem;
      max-width: 7.5rem;
    }
  }
`

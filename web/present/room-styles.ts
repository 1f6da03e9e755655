/** How a lesson looks to a room: the whole window, calm, with large letters whose size is apart from the rest. */

import { css } from 'lit'
import { projector } from './projector-colours.ts'

export const roomStyles = css`
  dialog {
    --size: calc(clamp(0.8125rem, 0.55rem + min(1.5vw, 2.4vh), 2.75rem) * var(--scale, 1));
    --text: var(--size);
    --code: calc(var(--size) * 0.94);
    --small: calc(var(--size) * 0.78);
    --title: calc(var(--size) * 1.5);
    /* What frames the picture grows less than what it says. */
    --foot: clamp(0.875rem, 0.65rem + min(0.85vw, 1.5vh), 1.6rem);
    --edge-room: clamp(12px, 3.2vw, 72px);
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--paper);
    color: var(--ink);
    font: var(--text) / 1.5 var(--sans);
    overflow: hidden;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog[data-look='projector'] {
    ${projector}
  }
  .stage {
    padding: clamp(8px, 2vw, 36px) var(--edge-room) 0.8em;
    overflow: auto;
  }
  .stage:focus {
    outline: none;
  }
  h1 {
    margin-bottom: 0.5em;
    font-weight: 700;
    text-wrap: balance;
  }
  .sights.split {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: clamp(12px, 2.5vw, 48px);
    align-items: start;
  }
  .exchange {
    display: grid;
    gap: 0.75em;
  }
  [data-newest] {
    scroll-margin: 0.6em;
  }
  .result {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 1em;
    align-items: start;
  }
  .stop b {
    color: var(--stop);
    font-weight: 650;
  }
  .beside {
    margin-bottom: 0.6em;
    color: var(--ink-2);
    font-size: var(--small);
  }
  .status {
    color: var(--ink-2);
    font-size: var(--text);
  }
  .parts {
    display: grid;
    gap: 0.4em;
    margin-top: 0.8em;
    padding-left: 1.3em;
    font-size: var(--text);
  }
  footer {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.2em 1.5em;
    align-items: baseline;
    padding: 0.7em var(--edge-room);
    border-top: 2px solid var(--line);
    color: var(--ink-2);
    font-size: var(--foot);
    line-height: 1.4;
  }
  .phases {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    justify-content: center;
    list-style: none;
  }
  .phases li:not(:last-child)::after {
    content: '·';
    margin-inline-start: 0.5em;
    font-weight: 400;
  }
  .phases [aria-current] {
    color: var(--ink);
    font-weight: 700;
  }
  .clock {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .hint {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
    justify-content: center;
    font-size: 0.88em;
  }
  .hint button {
    min-height: 0;
    padding: 0 0.2em;
  }
  .hint kbd {
    font: 600 1em / 1.4 var(--sans);
  }
  @media (pointer: coarse) {
    .hint button {
      min-height: 44px;
    }
  }
  .spot {
    position: fixed;
    inset: 0;
    z-index: 2;
    pointer-events: none;
    background: radial-gradient(
      circle at var(--x, 50vw) var(--y, 50vh),
      transparent calc(7vmin * var(--scale, 1)),
      rgb(0 0 0 / 0.6) calc(7vmin * var(--scale, 1) + 2px)
    );
  }
  @media (max-width: 700px), (max-height: 480px) {
    footer {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 0.3em;
    }
    .phases {
      display: none;
    }
  }
  /* By a finger there is no other way. */
  @media (max-width: 700px) and (pointer: fine), (max-height: 480px) and (pointer: fine) {
    .hint {
      display: none;
    }
  }
`

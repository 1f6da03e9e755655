/** The styles of the sequence diagram. */

import { css } from 'lit'

export const sequenceDiagramStyles = css`
  svg {
    display: block;
    width: 100%;
    font: 500 13px / 1 var(--sans);
  }
  .head {
    fill: var(--sunk);
    stroke: var(--line);
  }
  .head-text {
    fill: var(--ink);
    font-weight: 600;
    text-anchor: middle;
  }
  .life {
    stroke: var(--line);
  }
  .arrow {
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 1.5;
  }
  .tip {
    fill: var(--ink-2);
  }
  .text {
    fill: var(--ink);
    paint-order: stroke;
    stroke: var(--sheet);
    stroke-width: 5;
    stroke-linejoin: round;
  }
  .now .arrow {
    stroke-width: 2.5;
  }
  .now .text {
    font-weight: 650;
  }
  /* A hop may be drawn after it happened, and still one after the other. */
  @media (prefers-reduced-motion: no-preference) {
    .now {
      animation: appear 160ms ease-out backwards;
    }
    .now:nth-of-type(2) {
      animation-delay: 120ms;
    }
    .now:nth-of-type(3) {
      animation-delay: 240ms;
    }
    .now:nth-of-type(n + 4) {
      animation-delay: 360ms;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
  .hit {
    fill: transparent;
  }
  .opens {
    cursor: pointer;
  }
  .opens:hover .hit,
  .opens:focus-visible .hit {
    fill: var(--accent-soft);
  }
  .opens:focus-visible {
    outline: none;
  }
  .opens:focus-visible .hit {
    stroke: var(--accent);
    stroke-width: 2;
  }
  .ahead {
    opacity: 0.7;
  }
  .ahead .arrow {
    stroke-dasharray: 3 4;
  }
  .accent .arrow {
    stroke: var(--accent);
  }
  .accent .tip {
    fill: var(--accent);
  }
  .pass .arrow {
    stroke: var(--pass);
  }
  .pass .tip,
  .pass .text {
    fill: var(--pass);
  }
  .stop .arrow {
    stroke: var(--stop);
  }
  .stop .tip,
  .stop .text {
    fill: var(--stop);
  }
`

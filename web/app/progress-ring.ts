/** A lesson's number in a ring that closes as the lesson gets done: state in shape, not in colour alone. */

import { css, nothing, svg } from 'lit'
import type { Standing } from '../state/progress.ts'

/** The whole ring counts as 100, and what is begun is seen to be. */
const SMALLEST_ARC = 12

export function progressRing({ state, share }: Standing, number: number) {
  return svg`<svg class="ring" viewBox="0 0 24 24" data-state=${state} aria-hidden="true">
    <circle class="track" cx="12" cy="12" r="10.5" />
    ${
      state === 'begun'
        ? svg`<path
          class="arc"
          pathLength="100"
          stroke-dasharray="${Math.max(SMALLEST_ARC, share * 100)} 100"
          d="M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21"
        />`
        : nothing
    }
    ${
      state === 'done'
        ? svg`<path class="tick" d="m7.5 12.3 3 3 6-6.4" />`
        : svg`<text x="12" y="16.2" text-anchor="middle">${number}</text>`
    }
  </svg>`
}

export const progressRingStyles = css`
  .ring {
    flex: none;
    width: 24px;
    height: 24px;
    fill: none;
    stroke: none;
    stroke-linecap: round;
  }
  .ring .track {
    stroke: var(--edge);
  }
  .ring .arc {
    stroke: var(--accent);
    stroke-width: 3;
  }
  .ring text {
    fill: currentColor;
    font-size: 12px;
    font-weight: 600;
  }
  .ring[data-state='done'] .track {
    fill: var(--pass);
    stroke: var(--pass);
  }
  .ring .tick {
    stroke: var(--sheet);
    stroke-width: 2.2;
    stroke-linejoin: round;
  }
`

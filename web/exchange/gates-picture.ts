/** The picture of the start page: two requests on their way through one server's gates, to scale with lesson 1. */

import { css, svg } from 'lit'
import type { startWords } from '../words/start.ts'
import type { Words } from '../words/en.ts'

type PictureWords = (typeof startWords)['en' | 'ko']['picture']

/** Where the two requests go down, and where their cards end. */
const [LEFT, RIGHT] = [106, 314]
const GATES = ['header', 'scheme', 'token', 'handler']
const FIRST = 148
const STEP = 46

const card = (x: number, y: number, lines: string[], marked = -1, state = '') => svg`
  <rect class="card ${state}" x=${x - 98} y=${y} width="196" height=${20 + lines.length * 19} rx="6" />
  ${lines.map(
    (line, at) => svg`<text
      class="mono ${at === marked ? 'marked' : ''}"
      x=${x - 86}
      y=${y + 24 + at * 19}
    >${line}</text>`,
  )}`

/** An arrow straight down. */
const down = (x: number, from: number, to: number, state: string) => svg`
  <path class="way ${state}" d="M${x} ${from}V${to}m-5-6 5 6 5-6" />`

export function gatesPicture(words: Words, labels: PictureWords) {
  const last = FIRST + STEP * (GATES.length - 1)
  return svg`<svg class="picture" viewBox="0 0 420 412" role="img" aria-label=${labels.label}>
    ${[labels.withToken, labels.without].map(
      (label, at) => svg`<text class="lane" x=${(at ? RIGHT : LEFT) - 98} y="16">${label}</text>`,
    )}
    ${card(LEFT, 28, ['GET /items/', 'Authorization:', '  Bearer let-me-in'], 2)}
    ${card(RIGHT, 28, ['GET /items/'])}
    ${down(LEFT, 105, 342, 'pass')}
    ${down(RIGHT, 67, FIRST - 12, 'stop')}
    ${GATES.map((gate, at) => {
      const y = FIRST + at * STEP
      return svg`
        <path class="gate" d="M8 ${y}H${LEFT - 16}M${LEFT + 16} ${y}H${at === 0 ? RIGHT + 98 : 204}" />
        <circle class="knot pass" cx=${LEFT} cy=${y} r="11" />
        <path class="tick" d="m${LEFT - 5} ${y} 4 4 7-8" />
        <text class="name" x=${LEFT + 26} y=${y - 8}>${words.gates[gate]}</text>`
    })}
    <circle class="knot stop" cx=${RIGHT} cy=${FIRST} r="11" />
    <path class="tick" d="m${RIGHT - 4} ${FIRST - 4} 8 8m0-8-8 8" />
    <text class="name stop" x=${RIGHT + 20} y=${FIRST - 8}>${labels.answer}</text>
    ${down(RIGHT, FIRST + 12, FIRST + STEP - 4, 'stop')}
    ${card(RIGHT, FIRST + STEP, ['401 Unauthorized', 'WWW-Authenticate:', '  Bearer'], 0, 'stop')}
    ${card(LEFT, last + 58, ['200 OK', '{"token":"let-me-in"}'], 0, 'pass')}
  </svg>`
}

export const pictureStyles = css`
  .picture {
    display: block;
    width: 100%;
    max-width: 460px;
    fill: none;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .picture text {
    fill: var(--ink);
    font-size: 13px;
    white-space: pre;
  }
  .picture .mono {
    font-family: var(--mono);
  }
  .picture .marked {
    font-weight: 700;
  }
  .picture .lane,
  .picture .name {
    fill: var(--ink-2);
    font-size: 12.5px;
    font-weight: 600;
  }
  .picture .name.stop {
    fill: var(--stop);
  }
  .picture .card {
    fill: var(--sheet);
    stroke: var(--line);
  }
  .picture .card.pass,
  .picture .way.pass {
    stroke: var(--pass);
  }
  .picture .card.stop,
  .picture .way.stop {
    stroke: var(--stop);
  }
  .picture .gate {
    stroke: var(--edge);
    stroke-width: 2.5;
  }
  .picture .knot.pass {
    fill: var(--pass);
  }
  .picture .knot.stop {
    fill: var(--stop);
  }
  .picture .tick {
    stroke: var(--paper);
    stroke-width: 2.4;
  }
`

/** The colours of a projector's picture: light, and so far apart that a bright room leaves them readable. */

import { css, unsafeCSS } from 'lit'

/** By the names of `kit/theme.css`; inks have a contrast of 7 to each ground that they may stand on, and more. */
export const projectorColours = {
  paper: '#ffffff',
  sheet: '#ffffff',
  sunk: '#f4f4f4',
  line: '#767676',
  edge: '#595959',
  ink: '#000000',
  'ink-2': '#33373d',
  accent: '#0b2a8f',
  'accent-soft': '#eef2ff',
  'on-accent': '#ffffff',
  pass: '#0b4a2c',
  'pass-soft': '#e9f7ef',
  stop: '#8a0f08',
  'stop-soft': '#fdf0ee',
  wait: '#5c3b00',
  'wait-soft': '#fdf5e4',
  'token-header': '#84143c',
  'token-payload': '#3d2191',
  'token-signature': '#07444f',
}

const declarations = Object.entries(projectorColours).map(([name, value]) => `--${name}: ${value};`)

/** Declarations, for whatever rule they are wanted in. */
export const projector = css`
  color-scheme: light;
  ${unsafeCSS(declarations.join('\n'))}
`

/** The page's entry: where it may stand, policy, theme, the app. */

import './app/unframed.ts'
import './kit/theme.css'
// The one Korean word on an English page, its link to the other language.
import '@fontsource-variable/noto-sans-kr/wght.css?letters=한국어'
import './app/playground-app.ts'
import { trustedPolicy } from './kit/trusted-types.ts'

// Workers and service workers are made from URLs; under Trusted Types only those of this origin are.
trustedPolicy('default', {
  createScriptURL(url: string) {
    if (new URL(url, location.href).origin === location.origin) return url
    throw new TypeError(`a script of another origin: ${url}`)
  },
})

// What is wanted without a network waits until the page is read.
const whenIdle = window.requestIdleCallback ?? setTimeout
addEventListener('load', () => whenIdle(() => void import('./offline/offline.ts').catch(() => {})))

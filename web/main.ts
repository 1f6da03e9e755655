/** The page's entry: policy, theme, the app. */

import './kit/theme.css'
// The one Korean word on an English page, its link to the other language.
import '@fontsource-variable/noto-sans-kr/wght.css?letters=한국어'
import './shell/playground-app.ts'

// Workers and service workers are made from URLs; under Trusted Types only those of this origin are.
type Policies = { createPolicy: (name: string, rules: object) => unknown }
;(window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', {
  createScriptURL(url: string) {
    if (new URL(url, location.href).origin === location.origin) return url
    throw new TypeError(`a script of another origin: ${url}`)
  },
})

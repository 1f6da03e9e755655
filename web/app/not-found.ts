/** What stands where an address names no place of ours. */

import { html } from 'lit'
import { course } from '../../lessons/index.ts'
import { routeHash } from '../state/route.ts'
import type { View } from './load-view.ts'

export function notFound({ words, route }: View) {
  const home = routeHash({ language: route.language, lesson: course[0].slug })
  return html`<main class="alone">
    <h1>${words.notFound.title}</h1>
    <p>${words.notFound.text}</p>
    <a href=${home}>${words.notFound.home}</a>
  </main>`
}

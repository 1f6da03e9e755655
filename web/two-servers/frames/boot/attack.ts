// VULNERABLE ON PURPOSE. The document where an attack of lesson 6 is played: it reaches neither the playground's page
// nor its storage, and its policy lets nothing out. What would have left it is told to the playground, which
// sends it as any request and shows it.

import { trustedPolicy } from '../../../kit/trusted-types.ts'
import type { AttackSaid, AttackTold } from '../messages.ts'
import { STEAL } from '../steal.ts'
import { draw } from './draw.ts'
import { openPort } from '../../../kit/frame-port.ts'

const frame = trustedPolicy('frame', {
  createHTML: (markup) => markup,
  // No other text becomes a script.
  createScript: (script) => (script === STEAL ? script : ''),
})

let cookies = ''
Object.defineProperty(document, 'cookie', { get: () => cookies })

const tell: (message: AttackSaid) => void = openPort((message) => {
  const received = message as AttackTold
  if (received.kind === 'show') {
    cookies = received.cookies
    draw(frame.createHTML(received.page))
  } else {
    const script = document.createElement('script')
    script.textContent = frame.createScript(STEAL)
    document.body.append(script)
  }
})

// An image needs no answer and no permission: the usual way out. Here its address is caught.
Object.defineProperty(window, 'Image', {
  value: class {
    set src(url: string) {
      tell({ kind: 'left', url: url })
    }
  },
})

addEventListener('submit', (event) => {
  event.preventDefault()
  tell({ kind: 'submitted' })
})

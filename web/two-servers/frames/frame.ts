/** A frame in an origin of its own, with one of our documents in it and a channel that nobody else has an end of. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { FRAME_SANDBOX } from '../../../server/stage/policies.ts'
import { type DocumentName, documents } from './documents.ts'
import { handPort } from '../../kit/frame-port.ts'
import { isLeave } from './messages.ts'
import { tell } from '../../kit/tell.ts'

/** The cast is for a checker that knows single words only. */
const SANDBOX = FRAME_SANDBOX as string as 'allow-scripts'

/**
 * @fires frame-ready each time the document has started anew and shows nothing yet
 * @fires frame-leave when Escape is pressed in it
 * @fires frame-message with what the document says as detail, not looked at
 */
@customElement('bp-frame')
export class Frame extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
      background: #fff;
    }
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
    }
  `

  @property() document: DocumentName = 'pane'
  /** What a screen reader calls it. */
  @property() label = ''

  /** Whether its document has nothing to be used: by keys nobody would see that the focus is in there. */
  @property({ type: Boolean }) idle = false

  @query('iframe') private frame!: HTMLIFrameElement | null

  private port: MessagePort | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  override render() {
    // Written once: what is written again loads again. The cast is for a checker that knows no trusted types.
    const text = guard([this.document], () =>
      documents.createHTML(this.document),
    ) as unknown as string
    return html`<iframe
      sandbox=${SANDBOX}
      title=${this.label}
      tabindex=${ifDefined(this.idle ? -1 : undefined)}
      .srcdoc=${text}
      @load=${this.onLoad}
    ></iframe>`
  }

  /** Says something to the document; nobody hears it before `frame-ready`. */
  tell(message: unknown): void {
    this.port?.postMessage(message)
  }

  /** The document has started, and is given its end of the channel. A document that comes after it gets another. */
  private onLoad() {
    this.close()
    this.port = handPort(this.frame!, (message) =>
      isLeave(message) ? tell(this, 'frame-leave') : tell(this, 'frame-message', message),
    )
    tell(this, 'frame-ready')
  }

  private close() {
    this.port?.close()
    this.port = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-frame': Frame
  }
}

/** The channel between the page and a frame that it made. Nobody else gets an end of it. */

/** From each frame, when the learner presses Escape: the focus is given back. */
export const LEAVE = { kind: 'leave' } as const

/**
 * Waits for the page to hand over a port, and hears nothing but what comes through that.
 *
 * @returns what tells the page something; before the port is there, nothing has been drawn that could be told of.
 */
export function openPort(hear: (message: unknown) => void): (message: object) => void {
  let port: MessagePort | undefined
  addEventListener('message', function take({ source, ports: [handed] }) {
    // Any window can send to this one; only the one around it is the playground.
    if (source !== parent || !handed) return
    removeEventListener('message', take)
    port = handed
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data))
    port.start()
  })
  // A frame keeps all keys to itself: who works by them gets out with this one.
  document.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) port?.postMessage(LEAVE)
  })
  return (message) => port?.postMessage(message)
}

/**
 * Hands a frame's document its end, once that has started.
 *
 * @returns the page's own end.
 */
export function handPort(frame: HTMLIFrameElement, hear: (message: unknown) => void): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data))
  port1.start()
  // It has no origin to address.
  frame.contentWindow?.postMessage('port', '*', [port2])
  return port1
}

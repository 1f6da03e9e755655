/** What the docs page tells the playground around it: an exchange it made, or that it is left. */

/** A message between windows of this origin. */
export interface DocsExchange {
  kind: 'docs-exchange'
  request: { method: string; url: string; headers: [string, string][]; body: string }
  response: { status: number; url: string; headers: [string, string][]; body: string }
  milliseconds: number
}

/** Whether a message from another window is one of ours. */
export function isDocsExchange(data: unknown): data is DocsExchange {
  return (data as DocsExchange | null)?.kind === 'docs-exchange'
}

/** What it says when the learner presses Escape: a frame keeps all keys to itself otherwise. */
export const DOCS_LEAVE = { kind: 'docs-leave' } as const

/** Whether the docs page gives the focus back. */
export function isDocsLeave(data: unknown): boolean {
  return (data as typeof DOCS_LEAVE | null)?.kind === DOCS_LEAVE.kind
}

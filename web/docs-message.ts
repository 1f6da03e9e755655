/** What the docs page tells the playground around it: an exchange it made. */

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

/** The README of a lesson that is taken home. */

import { type CurlLine, curlLines } from './curl-lines.ts'
import type { HomeServer } from './home-servers.ts'

export interface ReadmeFacts {
  /** The lesson's title, in the README's language. */
  title: string
  servers: [HomeServer, ...HomeServer[]]
  /** The files that are the learner's own, such as `4-jwt/app.ts`. */
  changed: string[]
}

/** What the README says, in one language: Markdown. */
export interface ReadmeWords {
  heading: (title: string) => string
  about: string
  changed: (files: string) => string
  start: { heading: string; needs: string; ready: (name: string, url: string) => string }
  port: (setting: string) => string
  powerShell: (command: string) => string
  calls: (name: string, called: string, setting: string) => string
  servers: { heading: string; name: string; source: string; port: string; other: string }
  loopback: string
  requests: { heading: string; shows: Record<CurlLine['shows'], string> }
  tests: { heading: string; text: string }
  weak: { heading: string; marked: string; text: string; notes: Record<string, string> }
  files: { heading: string; steps: string; rows: [path: string, what: string][]; leftOut: string }
}

/** Writes it. */
export function readme({ title, servers, changed }: ReadmeFacts, words: ReadmeWords): string {
  const [first] = servers
  const { name, port, server } = first
  const { start, tests, weak, files } = words
  const ticked = changed.map((file) => `\`${file}\``).join(', ')
  return sections([
    `# ${words.heading(title)}`,
    words.about,
    changed.length > 0 && words.changed(ticked),
    `## ${start.heading}`,
    start.needs,
    fenced(['npm install', 'npm start']),
    start.ready(`\`${name}\``, `http://localhost:${port}`),
    server.calls !== undefined && words.calls(`\`${name}\``, `\`${server.calls}\``, 'AUTH_PORT'),
    words.port('PORT'),
    fenced(['PORT=8080 npm start']),
    words.powerShell('$env:PORT=8080; npm start'),
    ...serverTable(servers, words),
    words.loopback,
    `## ${words.requests.heading}`,
    ...requestsOf(first, words),
    `## ${tests.heading}`,
    fenced(['npm test']),
    tests.text,
    `## ${weak.heading}`,
    weak.text,
    servers.map((one) => noteOf(one, weak)).join('\n'),
    `## ${files.heading}`,
    [...appFolders(servers).map((folder) => [`${folder}/`, files.steps]), ...files.rows]
      .map(([path, what]) => `- \`${path}\`: ${what}`)
      .join('\n'),
    files.leftOut,
  ])
}

/** Commands that show the same stand together. */
function requestsOf(server: HomeServer, { requests }: ReadmeWords): string[] {
  const commands = new Map<CurlLine['shows'], string[]>()
  for (const { shows, command } of curlLines(server)) {
    commands.set(shows, [...(commands.get(shows) ?? []), command])
  }
  return [...commands].flatMap(([shows, list]) => [requests.shows[shows], fenced(list)])
}

/** What can be started by name, where there are several. */
function serverTable(servers: readonly HomeServer[], { servers: words, weak }: ReadmeWords) {
  if (servers.length === 1) return []
  const [, second] = servers
  const rows = servers.map(({ name, app, port, server }) => {
    const mark = server.weak ? ` (${weak.marked})` : ''
    return `| \`${name}\`${mark} | \`${app}.ts\` | ${port} |`
  })
  const head = [`| ${words.name} | ${words.source} | ${words.port} |`, '| --- | --- | --- |']
  return [
    `### ${words.heading}`,
    words.other,
    fenced([`npm start -- ${second!.name}`]),
    [...head, ...rows].join('\n'),
  ]
}

const noteOf = ({ name, app, server }: HomeServer, { marked, notes }: ReadmeWords['weak']) =>
  `- \`${name}\`${server.weak ? ` (${marked})` : ''}: ${notes[app] ?? ''}`

const appFolders = (servers: readonly HomeServer[]) => [
  ...new Set(servers.map(({ app }) => app.split('/')[0]!)),
]

const fenced = (commands: string[]) => ['```sh', ...commands, '```'].join('\n')

const sections = (parts: (string | false)[]) =>
  `${parts.filter((part) => part !== false).join('\n\n')}\n`

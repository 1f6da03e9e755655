/** The files that make a project of some servers' sources: what npm, TypeScript and `npm start` read. */

import { devDependencies, engines, license } from '../../package.json'
import type { Lesson } from '../../lessons/lesson.ts'
import type { HomeServer } from './home-servers.ts'

const PACKAGES = ['@hono/node-server', 'bcryptjs', 'hono', 'jose'] as const

/** Node 20 runs no TypeScript, so tsx takes the types out; those of Node are for the editor. */
const DEV_PACKAGES = ['@types/node', 'tsx'] as const

export function packageJson({ slug }: Lesson): string {
  const content = {
    name: `bearer-playground-${slug}`,
    version: '0.0.0',
    private: true,
    license,
    type: 'module',
    engines,
    imports: { '#security': './security/index.ts' },
    scripts: {
      start: 'node --import tsx start.ts',
      test: 'node --import tsx --test test/contract.test.ts',
    },
    dependencies: Object.fromEntries(PACKAGES.map((name) => [name, devDependencies[name]])),
    devDependencies: Object.fromEntries(DEV_PACKAGES.map((name) => [name, devDependencies[name]])),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

export const TSCONFIG = `{
  "compilerOptions": {
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "verbatimModuleSyntax": true,
    "erasableSyntaxOnly": true,
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "target": "es2023",
    "module": "esnext",
    "moduleResolution": "bundler",
    "skipLibCheck": true,
    "lib": ["es2023", "dom", "dom.iterable"],
    "types": ["node"]
  }
}
`

export const START = `/** \`npm start\` starts the first server of \`servers.ts\`, \`npm start -- NAME\` another. */

import { startHome } from './node/take-home.ts'
import { servers } from './servers.ts'

await startHome(servers)
`

/** The table of the servers; the first is started where none is named. */
export function serversTable(servers: readonly HomeServer[]): string {
  const entries = servers.map(({ name, app, port, server }) => {
    const { calls, pages } = server
    const fields = [
      `app: () => import('./${app}.ts')`,
      `port: ${port}`,
      ...(calls === undefined ? [] : [`calls: '${calls}'`]),
      ...(pages ? ['pages: true'] : []),
    ]
    const weak = server.weak ? '  // Weak on purpose: nothing to copy.\n' : ''
    return `${weak}  ${name}: { ${fields.join(', ')} },\n`
  })
  return `/** The servers of this folder: where each is, and what it needs. */

import type { HomeServers } from './node/take-home.ts'

export const servers: HomeServers = {
${entries.join('')}}
`
}

/** The test that asks each server its cases. */
export function testFile(names: readonly string[]): string {
  const imports = names.map((name) => `import ${name} from './${name}-cases.ts'\n`)
  return `/** What each server promises, asked of its app in this process: \`npm test\`. */

import { checkCases } from '../node/check-cases.ts'
import { servers } from '../servers.ts'
${imports.join('')}
checkCases(servers, { ${names.join(', ')} })
`
}

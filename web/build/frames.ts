/** Makes the documents of our frames: a boot script, bundled, in a page whose policy names it by its hash. */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { framePolicy, metaElements } from '../../server/stage/policies.ts'
import { STEAL } from '../two-servers/frames/steal.ts'
import { queryModule } from './query-module.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface BootScript {
  file: string
  /** What runs in the document besides. */
  scripts?: string[]
  /** Whether a worker runs in it whose text is made in the page. */
  worker?: true
}

/** The documents by the name of their boot script. */
const DOCUMENTS: Record<string, BootScript> = {
  pane: { file: at('../two-servers/frames/boot/pane.ts') },
  attack: { file: at('../two-servers/frames/boot/attack.ts'), scripts: [STEAL] },
  own: { file: at('../stage/own/boot/own.ts'), worker: true },
}

interface FrameDocument {
  html: string
  /** Hashes of all that runs in it, as a policy writes them: the page's has to allow them too. */
  hashes: string[]
  /** The files that the boot script was made of. */
  files: string[]
}

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`

/** Makes one document. */
async function frameDocument(name: string): Promise<FrameDocument> {
  const { file, scripts = [], worker = false } = DOCUMENTS[name]!
  const { code, files } = await bundled(file)
  // In markup these would end the script, or begin a comment in it.
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name}.ts cannot stand in a script element`)
  const hashes = [code, ...scripts].map(hashOf)
  const policy = metaElements(framePolicy({ scripts: hashes, worker }))
  const html = `<!doctype html><meta charset="utf-8">${policy}<title>${name}</title><body><script>${code}</script>`
  return { html, hashes, files }
}

/** Hashes of everything that runs in a frame of ours. */
export async function frameHashes(): Promise<string[]> {
  const documents = await Promise.all(Object.keys(DOCUMENTS).map(frameDocument))
  return documents.flatMap(({ hashes }) => hashes)
}

/** Makes `import text from './boot/pane.ts?frame'` give the document's text. */
export function frames(): Plugin {
  return queryModule('?frame', async (file) => {
    const { html, files } = await frameDocument(basename(file, '.ts'))
    return { value: html, files }
  })
}

/** Makes `import text from './runtime.ts?script'` give the module and all that it imports as one script of that name. */
export function scripts(): Plugin {
  return queryModule('?script', async (file) => {
    const { code, files } = await bundled(file, 'ownRuntime')
    return { value: code, files }
  })
}

/** A module and all that it imports, as one script; what it exports is a variable of that name. */
async function bundled(entry: string, name?: string): Promise<{ code: string; files: string[] }> {
  const output = (await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        ...(name !== undefined && { preserveEntrySignatures: 'strict' as const }),
        // A handler's name is its operation's, in the description of each server.
        output: { format: 'iife', ...(name !== undefined && { name, keepNames: true }) },
      },
    },
  })) as Rolldown.RolldownOutput
  const [{ code, moduleIds }] = output.output
  return { code: code.trim(), files: moduleIds.filter((id) => !id.startsWith('\0')) }
}

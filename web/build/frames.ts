/** Makes the documents of our frames: a boot script, bundled, in a page whose policy names it by its hash. */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { framePolicy, metaElements } from '../../server/stage/policies.ts'
import { STEAL } from '../two-servers/frames/steal.ts'
import { queryModule } from './query-module.ts'

const BOOT = fileURLToPath(new URL('../two-servers/frames/boot/', import.meta.url))

/** The documents by the name of their boot script, each with what runs in it besides. */
const DOCUMENTS: Record<string, string[]> = { pane: [], attack: [STEAL] }

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
  const { code, files } = await bundled(`${BOOT}${name}.ts`)
  // In markup these would end the script, or begin a comment in it.
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name}.ts cannot stand in a script element`)
  const hashes = [code, ...DOCUMENTS[name]!].map(hashOf)
  const policy = metaElements(framePolicy(hashes))
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

/** A module and all that it imports, as one script. */
async function bundled(entry: string): Promise<{ code: string; files: string[] }> {
  const output = (await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  const [{ code, moduleIds }] = output.output
  return { code: code.trim(), files: moduleIds.filter((id) => !id.startsWith('\0')) }
}

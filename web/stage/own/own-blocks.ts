/** Puts a learner's own security blocks in the place of the shipped ones. */

import { requireHostBlock, requireModule } from './modules.ts'
import type { Turn } from './own-server.ts'

/** A block as the compiler makes it. */
export interface OwnBlock {
  /** Such as `security/bearer.ts`. */
  file: string
  define: (
    require: (name: string) => object,
    module: { exports: object },
    exports: object,
    turn: (from: number, to: number) => void,
  ) => void
}

/**
 * Makes a `require` for the server's own file: `#security` is made of these blocks, and of the host's.
 *
 * @param turn hears of each turn of a loop in a block.
 */
export function requireWith(blocks: readonly OwnBlock[], turn: Turn): typeof requireModule {
  const made = new Map<string, { exports: object }>()

  function requireBlock(file: string): object {
    const known = made.get(file)
    if (known) return known.exports
    const block = blocks.find((each) => each.file === file)
    if (!block) return requireHostBlock(file)
    const module = { exports: {} }
    made.set(file, module)
    const turnHere = (from: number, to: number) => turn(from, to, file)
    block.define(requireFromBlock, module, module.exports, turnHere)
    return module.exports
  }

  const requireFromBlock = (name: string) =>
    name.startsWith('./') ? requireBlock(`security/${name.slice(2)}`) : requireModule(name)

  return (name) => (name === '#security' ? requireBlock('security/index.ts') : requireModule(name))
}

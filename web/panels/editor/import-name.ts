/** Names that modules give: which a source has of them, and how it gets one more. */

/** `import { one, type Two } from 'module'`, over several lines too. */
const IMPORT = /^import\s+(type\s+)?\{([^}]*)\}\s*from\s*(['"])([^'"\n]+)\3;?[ \t]*$/gm

/** The names a source imports from each module, without what they are called in it. */
export function importedIn(text: string): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>()
  for (const [, , names = '', , module = ''] of text.matchAll(IMPORT)) {
    const known = imported.get(module) ?? new Set()
    for (const name of names.split(',')) {
      known.add(
        name
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s/)[0]!,
      )
    }
    imported.set(module, known)
  }
  return imported
}

/**
 * What has to be put in so that a source imports a value: a name more in an import that is there, or a line more.
 *
 * @returns nothing where it is imported already.
 */
export function importOf(
  text: string,
  module: string,
  name: string,
): { from: number; insert: string } | undefined {
  if (importedIn(text).get(module)?.has(name)) return undefined
  let end = 0
  for (const match of text.matchAll(IMPORT)) {
    const [statement, isType, names = '', , from] = match
    end = match.index + statement.length
    if (from !== module || isType) continue
    const last = names.trimEnd()
    const at = match.index + statement.indexOf('{') + 1 + last.length
    const isOpen = last.endsWith(',')
    // One name a line stays one name a line.
    return names.includes('\n')
      ? { from: at, insert: `${isOpen ? '' : ','}\n  ${name},` }
      : { from: at, insert: `${last && !isOpen ? ',' : ''} ${name}` }
  }
  const line = `import { ${name} } from '${module}'`
  return { from: end, insert: end === 0 ? `${line}\n` : `\n${line}` }
}

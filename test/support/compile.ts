/** TypeScript over files that are not there: what the compiler would say if they stood among the servers and lessons. */

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Compiles the servers and lessons, and these files with them.
 *
 * @param files texts by path from the root of the repository.
 * @returns what is wrong with each of them, as the compiler says it.
 */
export function problemsOf(files: Record<string, string>): Record<string, string[]> {
  const config = at('server/tsconfig.json')
  const { config: json } = ts.readConfigFile(config, (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options, fileNames } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config))
  const texts = new Map(Object.entries(files).map(([path, text]) => [at(path), text]))
  const host = ts.createCompilerHost(options)
  const real = { ...host }
  host.fileExists = (file) => texts.has(file) || real.fileExists(file)
  host.readFile = (file) => texts.get(file) ?? real.readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file)
    return text === undefined
      ? real.getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram([...fileNames, ...texts.keys()], options, host)
  return Object.fromEntries(
    Object.keys(files).map((path) => [
      path,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(at(path)))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ]),
  )
}

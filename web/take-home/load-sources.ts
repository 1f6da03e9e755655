/** The sources of steps, and of what they stand on, as they are on disk: loaded when somebody takes them home. */

type Sources = Record<string, string>

const steps = import.meta.glob<Sources>('../../lessons/*/{{app,client,faithful}.ts,*.patch}', {
  import: 'default',
  query: '?sources',
})

/**
 * Loads what some steps are made of.
 *
 * @param apps by folder and file, such as `4-jwt/app`.
 * @returns texts by path: `4-jwt/app.ts` and what it imports, `security/…`, `stage/…`, `node/…`, and `LICENSE`.
 */
export async function loadSources(apps: readonly string[]): Promise<Sources> {
  const loads = apps.map((app) => {
    const file = `../../lessons/${app}`
    return (steps[`${file}.ts`] ?? steps[`${file}.patch`])!
  })
  const loaded = await Promise.all(loads.map((load) => load()))
  // One file imports all the others: the blocks, the host around a step, the way to a port.
  const { default: runtime } = await import('../../server/node/check-cases.ts?sources')
  const { default: license } = await import('../../LICENSE?raw')
  const texts = [...loaded, runtime].flatMap((sources) => Object.entries(sources))
  return {
    ...Object.fromEntries(texts.map(([path, text]) => [path.replace(/^\w+\//, ''), text])),
    LICENSE: license,
  }
}

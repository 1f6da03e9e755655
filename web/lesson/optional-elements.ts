/** Elements that few lessons have: each is loaded by its tag, where the page has it at all. */

// A folder of them can be taken away: nothing else imports what is in it.
const files = import.meta.glob('../two-servers/*.ts')

/** Loads an element; at once where the page has it not, and nothing stands in its place then. */
export async function loadElement(tag: `bp-${string}`): Promise<void> {
  await files[`../two-servers/${tag.slice('bp-'.length)}.ts`]?.()
}

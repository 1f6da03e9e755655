/** Texts in this browser's storage: written for certain, or set aside where they cannot be read. */

type Written = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const slotOf = (key: string, slot: number) => `${key}:set-aside-${slot}`

/** Removes every text that was set aside. */
export function clearAside(storage: Written, key: string): void {
  for (let slot = 1; storage.getItem(slotOf(key, slot)) !== null; slot++) {
    storage.removeItem(slotOf(key, slot))
  }
}

/** More damaged texts than this are not set aside. */
const SLOTS = 1_000

/** Copies a text to a slot of its own; false where it cannot be. */
export function setAside(storage: Written, key: string, text: string): boolean {
  try {
    for (let slot = 1; slot <= SLOTS; slot++) {
      const name = slotOf(key, slot)
      const there = storage.getItem(name)
      if (there === null) put(storage, name, text)
      if (there === null || there === text) return true
    }
    return false
  } catch {
    return false
  }
}

/** Writes a text, and makes sure that it stays. @throws where it does not. */
export function put(storage: Written, key: string, text: string): void {
  storage.setItem(key, text)
  if (storage.getItem(key) !== text) throw new Error('the browser did not keep it')
}

/** How browsers say that there is no room. */
export function isQuota(error: unknown): boolean {
  return /quota/i.test(error instanceof Error ? error.name : '')
}

/** Where in the server's blocks each decision of a trace is written down. */

/** A place that writes decisions down, as the build finds it: see `web/build/decision-places.ts`. */
export interface DecisionPlace {
  /** Such as `security/bearer.ts`. */
  file: string
  /** The line that writes. */
  line: number
  /** The lines of the function that it stands in. */
  first: number
  last: number
  /** The texts in it, with `*` for what only the run knows: gates, reasons, who decides. */
  texts: string[]
  /** Whether who decides is the gate too, as with `depends`. */
  own: boolean
}

/** What the build knows of decisions. */
export interface DecisionPlaces {
  places: DecisionPlace[]
  /** All texts of a file, by its name. */
  texts: Record<string, string[]>
}

/** What a decision of a trace is found by. */
export interface Decision {
  by: string
  gate: string
  because: string
}

/** The place that wrote a decision down; undefined where none did. */
export function placeOf(
  { by, gate, because }: Decision,
  { places, texts }: DecisionPlaces,
): DecisionPlace | undefined {
  // Nowhere in the blocks stands what a step calls its values: `depends` asks by that name.
  if (!Object.values(texts).some((all) => all.includes(gate))) return places.find(({ own }) => own)

  /** How surely a place is the one: it names gate and reason, or one of them and nothing else, in the decider's file. */
  const rateOf = ({ file, texts: own }: DecisionPlace): number => {
    const names = (text: string) => own.some((each) => fits(each, text))
    if (!texts[file]!.includes(gate)) return 0
    const others = own.filter((text) => text !== gate && text !== by)
    const reason = names(because) ? 8 : others.length > 0 ? -8 : 0
    return 1 + reason + (names(gate) ? 4 : 0) + (texts[file]!.includes(by) ? 6 : 0)
  }
  const best = places.toSorted((one, other) => rateOf(other) - rateOf(one))[0]
  return best && rateOf(best) > 0 ? best : undefined
}

/** Whether a text is one that a pattern stands for, in which `*` is any text. */
const fits = (pattern: string, text: string) => {
  const [start = '', end] = pattern.split('*')
  return end === undefined ? pattern === text : text.startsWith(start) && text.endsWith(end)
}

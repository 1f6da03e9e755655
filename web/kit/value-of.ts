/** The text in the field that an event comes from. */
export const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value

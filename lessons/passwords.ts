/** What the lessons' accounts log in with, and what a server stored of it: as `<bp-password name>` says them in a text. */
export const PASSWORDS: Readonly<Record<string, string>> = {
  john: 'secret',
  alice: 'secret2',
  'john-stored': 'fakehashedsecret',
}

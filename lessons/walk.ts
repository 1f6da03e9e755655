/** A lesson done from its first page to its last: what is done on each page, by any hand. */

/** A page of a lesson, and what is done on it. */
export interface Step {
  page: string
  act: (hand: Hand) => Promise<void>
}

/** What is written into the request; what is not named stays as it is. */
export interface Written {
  server?: string
  method?: string
  path?: string
  scheme?: string
  token?: string
  body?: string
}

/** What a learner does in the lessons, whatever they do it with. */
export interface Hand {
  /** Chooses an answer before sending, and sends. */
  predict: (option: string) => Promise<void>
  /** Puts a request of the page's text on the bench. */
  useRequest: (id: string) => Promise<void>
  write: (request: Written) => Promise<void>
  /** Adds a header row. */
  header: (name: string, value: string) => Promise<void>
  /** Puts the newest token that a server gave out into the `Authorization` header. */
  useIssuedToken: () => Promise<void>
  /** Moves the lab clock to just before or after the newest token's `exp`, or back to now. */
  clock: (time: 'before' | 'after' | 'now') => Promise<void>
  send: () => Promise<void>
  /** Turns to the next page. */
  next: () => Promise<void>
  /** Goes on in the diagram of the password flow. */
  stepFlow: (steps: number) => Promise<void>
  /** Writes down what was read out of a token, and lets the server read it too. */
  read: (text: string) => Promise<void>
  authorizeInDocs: () => Promise<void>
  /** Executes `GET /users/me` in the docs page, after it was authorized there. */
  executeInDocs: () => Promise<void>
  /** Opens the small browser, presses Home, and logs in through the form of the page. */
  loginInPane: () => Promise<void>
  /** Plays the attack of the page that is open, on the weak server. */
  play: () => Promise<void>
  /** Plays the attack again, or has the recorded one sent again, on the server that holds. */
  replay: () => Promise<void>
  /** Puts the solution of a code task into the editor, and runs the checks. */
  code: () => Promise<void>
}

/** What a lesson's `sceptic.ts` says to whoever doubts that its tasks are proved by skill alone. */
export interface Sceptic {
  /** Tasks that any server's answer may tick, as where the answer is that there is no such route. */
  answeredByAnybody?: readonly string[]
  /** Parts that build on an earlier one's exchange, as `task: part after part`: all of the lesson. */
  buildsOn?: readonly string[]
}

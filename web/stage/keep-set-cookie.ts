/** `Set-Cookie` on the responses of the servers in this browser. */

/**
 * Makes `Response` keep `Set-Cookie`, which browsers take out of every response a script makes
 * (Fetch standard, forbidden response-header names): the worker's servers would send none.
 */
export function keepSetCookie(scope: { Response: typeof Response }): void {
  scope.Response = class extends scope.Response {
    readonly #headers: Headers | undefined

    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body, init)
      const lines = new Headers(init?.headers).getSetCookie()
      if (lines.length === 0) return
      this.#headers = new Headers(super.headers)
      for (const line of lines) this.#headers.append('set-cookie', line)
    }

    // A property of the response itself is refused by WebKit.
    override get headers(): Headers {
      return this.#headers ?? super.headers
    }
  }
}

/** Keeps the `Cookie` header of requests that a server in this browser sends on. */

/**
 * Makes `Request` keep a `Cookie` header, which browsers take out of every request a script makes (Fetch standard,
 * forbidden request-headers): a server may send one on, and then it is to be seen. For a worker that is all servers.
 */
export function keepCookie(scope: { Request: typeof Request }): void {
  const Shipped = scope.Request
  scope.Request = class extends Shipped {
    readonly #headers: Headers | undefined

    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, init)
      const given = init?.headers ?? (input instanceof Shipped ? input.headers : undefined)
      const cookie = new Headers(given).get('cookie')
      if (cookie === null) return
      this.#headers = new Headers(super.headers)
      this.#headers.set('cookie', cookie)
    }

    override get headers(): Headers {
      return this.#headers ?? super.headers
    }
  }
}

/** The one function of Swagger UI's bundle that the docs pages use; the package brings no types. */

declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerRequest {
    url: string
    method: string
    headers: Record<string, string>
    body?: unknown
    /** Sends in the place of the platform's `fetch`. */
    userFetch?: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>
  }
  interface SwaggerResponse {
    url: string
    status: number
    text?: string
    headers: Record<string, string | string[]>
  }
  export default function swaggerUi(options: {
    domNode: Element
    spec: unknown
    validatorUrl: null
    deepLinking: boolean
    tryItOutEnabled: boolean
    requestInterceptor: (request: SwaggerRequest) => SwaggerRequest
    responseInterceptor: (response: SwaggerResponse) => SwaggerResponse
  }): unknown
}

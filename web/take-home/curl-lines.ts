/** Requests to a server at home, as commands that every shell reads: each is in double quotes or in none. */

import type { HomeServer } from './home-servers.ts'

/** A command, and what it shows. */
export interface CurlLine {
  shows:
    | 'no-token'
    | 'any-token'
    | 'login'
    | 'token'
    | 'page'
    | 'page-login'
    | 'page-data'
    | 'logout'
  command: string
}

/** The word that is to be replaced with the login's token. */
const TOKEN = 'TOKEN'

const LOGIN = '-d "username=johndoe&password=secret"'

/** The requests of a visit, in the order in which one needs the other. */
export function curlLines({ port, server: { gates, cookie } }: HomeServer): CurlLine[] {
  const routes = Object.keys(gates).map((route) => route.split(' ') as [string, string])
  const hasLogin = routes.some(([, path]) => path === '/token')
  const curl = (words: string[], path: string) =>
    ['curl -i', ...words, `http://localhost:${port}${path}`].join(' ')
  const line = (method: string, path: string): CurlLine[] => {
    if (cookie !== undefined) return [pageLine(method, path)]
    if (method === 'POST') return [{ shows: 'login', command: curl([LOGIN], path) }]
    const token = hasLogin ? TOKEN : 'foobar'
    const bearer = curl([`-H "Authorization: Bearer ${token}"`], path)
    return [
      { shows: 'no-token', command: curl([], path) },
      { shows: hasLogin ? 'token' : 'any-token', command: bearer },
    ]
  }
  const pageLine = (method: string, path: string): CurlLine => {
    if (path === '/') return { shows: 'page', command: curl([], path) }
    if (path === '/logout') {
      const words = ['-b cookies.txt', '-c cookies.txt', `-X ${method}`]
      return { shows: 'logout', command: curl(words, path) }
    }
    return method === 'POST'
      ? { shows: 'page-login', command: curl(['-c cookies.txt', LOGIN], path) }
      : { shows: 'page-data', command: curl(['-b cookies.txt'], path) }
  }
  const lines = routes.flatMap(([method, path]) => line(method, path))
  // Once is enough to see what no token gets; and after a logout there is no more data.
  const [refused] = lines.filter(({ shows }) => shows === 'no-token')
  return [
    ...(refused ? [refused] : []),
    ...lines.filter(({ shows }) => shows !== 'no-token' && shows !== 'logout'),
    ...lines.filter(({ shows }) => shows === 'logout'),
  ]
}

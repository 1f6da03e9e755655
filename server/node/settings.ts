/** The playground's settings, from the environment, checked before anything listens. */

import { onOwnPort } from '../playground/serve.ts'
import { readHost, withoutRoot } from './allowed-hosts.ts'

/** Where the servers listen. */
export interface Settings {
  host: string
  port: number
  authPort: number
  clientPort: number
  /** Where client servers find their auth server, without a slash at its end; ours when absent. */
  authServerUrl?: string
  /** Hosts that people reach the servers by besides this machine's own, as URLs spell them; none when absent. */
  allowedHosts?: readonly string[]
  /** Whether what signs with the tutorial's published key answers a network too. */
  allowPublishedKey?: boolean
  /** Whether what is vulnerable on purpose answers a network too. */
  allowWeak?: boolean
}

/** A setting that cannot be used; its message is one line for the person at the terminal. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

const DEFAULT_PORTS = {
  PORT: 3000,
  AUTH_PORT: onOwnPort('auth').port,
  CLIENT_PORT: onOwnPort('client').port,
}

export const HELP = `Bearer Playground: learn HTTP bearer authentication by sending it.

  bearer-playground [--port ${DEFAULT_PORTS.PORT}] [--host 127.0.0.1] [--open]
                          the playground; --open shows it in your browser
  bearer-playground serve jwt [--port 8000] [--host 127.0.0.1] [--open]
                          one lesson's server alone at the root of a port, docs included
  bearer-playground --faithful
                          with lesson 5's tutorial server, vulnerable as it is, on this machine only
  bearer-playground --host 0.0.0.0
                          for a class: prints the addresses that others reach it by
  bearer-playground --help  this text

In a clone of the source, npm start -- stands for bearer-playground, and builds it first.

Environment:
  PORT         port of the playground            (${DEFAULT_PORTS.PORT}; 0 takes any free one)
  HOST         address to listen on              (127.0.0.1: this machine only)
  AUTH_PORT    port of lesson 5's auth server    (${DEFAULT_PORTS.AUTH_PORT})
  CLIENT_PORT  port of lesson 5's client server  (${DEFAULT_PORTS.CLIENT_PORT})
  AUTH_SERVER_URL  where the client server finds an auth server (ours)
  ALLOWED_HOSTS    hosts that people reach these servers by, separated by commas, such as lab.example or
                   lab.example:8443 behind a proxy (this machine's own: localhost and the address of HOST)
  ALLOW_PUBLISHED_KEY  1: servers that sign with the tutorial's published key answer a network too (0)
  ALLOW_WEAK_ON_NETWORK  1, as --allow-weak-on-network: those that are vulnerable on purpose do so too (0)
`

/**
 * Reads the settings.
 *
 * @throws BadSetting for a port that is no whole number from 0 to 65535, two equal ports, an empty host, a list of
 *   hosts with something else in it, or a switch that is neither 1 nor 0.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const portIn = (name: keyof typeof DEFAULT_PORTS) =>
    portOf(name, environment[name] ?? String(DEFAULT_PORTS[name]))
  const port = portIn('PORT')
  const authPort = portIn('AUTH_PORT')
  const clientPort = portIn('CLIENT_PORT')
  const fixed = [port, authPort, clientPort].filter((number) => number !== 0)
  if (new Set(fixed).size < fixed.length) {
    throw new BadSetting('PORT, AUTH_PORT and CLIENT_PORT must be three different ports')
  }
  const host = environment['HOST'] ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) throw new BadSetting(`HOST is not an address: ${quoted(host)}`)
  const authServerUrl = environment['AUTH_SERVER_URL']?.replace(/\/$/, '')
  if (authServerUrl !== undefined && !isHttpUrl(authServerUrl)) {
    throw new BadSetting(`AUTH_SERVER_URL is not an http URL: ${quoted(authServerUrl)}`)
  }
  const allowedHosts = hostsOf(environment['ALLOWED_HOSTS'] ?? '')
  const allowPublishedKey = isOn('ALLOW_PUBLISHED_KEY', environment)
  const allowWeak = isOn('ALLOW_WEAK_ON_NETWORK', environment)
  return {
    host,
    port,
    authPort,
    clientPort,
    ...(authServerUrl !== undefined && { authServerUrl }),
    ...(allowedHosts.length > 0 && { allowedHosts }),
    ...(allowPublishedKey && { allowPublishedKey }),
    ...(allowWeak && { allowWeak }),
  }
}

/** Reads a list of hosts; a port counts for origins alone (RFC 6454 section 4), capitals for nothing. */
function hostsOf(list: string): string[] {
  const entries = list.split(',').map((entry) => entry.trim())
  return entries
    .filter((entry) => entry !== '')
    .map((entry) => {
      const read = readHost(entry) ?? readHost(`[${entry}]`)
      if (read && !NO_NAME.test(entry)) {
        // No browser spells a scheme's own port in an origin.
        return (withoutRoot(read.hostname) + read.host.slice(read.hostname.length)).replace(
          /:443$/,
          '',
        )
      }
      throw new BadSetting(
        `ALLOWED_HOSTS must be hosts separated by commas, such as lab.example, not ${quoted(entry)}`,
      )
    })
}

/** What a pattern or a typing error has, and no host that people have: a star, a semicolon, an empty label. */
const NO_NAME = /[^\w.:[\]-]|^\.|\.\./

function isOn(name: string, environment: Record<string, string | undefined>): boolean {
  const text = environment[name] ?? '0'
  if (text !== '0' && text !== '1')
    throw new BadSetting(`${name} must be 1 or 0, not ${quoted(text)}`)
  return text === '1'
}

/**
 * Reads a port's number.
 *
 * @throws BadSetting, with `name` in it, for a text that is no whole number from 0 to 65535.
 */
export function portOf(name: string, text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new BadSetting(`${name} must be a whole number from 0 to 65535, not ${quoted(text)}`)
  }
  return port
}

/** Whether paths can be put behind a text to make URLs that `fetch` takes: no user in it, no query. */
function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s?#@]+$/i.test(text) && URL.canParse(text)
}

/** A text from outside, in quotes and on one line: a line break or an escape in it is spelled out. */
export const quoted = (text: string): string => JSON.stringify(text)

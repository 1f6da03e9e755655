/** What the terminal says of a server that a network reaches, and which addresses it names. */

import type { NetworkInterfaceInfo } from 'node:os'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { lanAddresses } from '../../../server/node/lan-addresses.ts'
import { networkNotice } from '../../../server/node/network-notice.ts'

const at = (address: string, internal = false) =>
  ({
    address,
    internal,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
  }) as NetworkInterfaceInfo

const LAPTOP = {
  lo: [at('127.0.0.1', true), at('::1', true)],
  docker0: [at('172.17.0.1')],
  wlan0: [at('fe80::1'), at('2001:db8::5'), at('192.168.0.5')],
  eth0: [at('169.254.7.7')],
  'vEthernet (WSL)': [at('172.20.0.1')],
  gone: undefined,
}

describe('the addresses of a server', () => {
  test.each([
    ['0.0.0.0', ['192.168.0.5', '172.17.0.1', '172.20.0.1']],
    ['::', ['192.168.0.5', '[2001:db8::5]', '172.17.0.1', '172.20.0.1']],
    ['192.168.0.5', ['192.168.0.5']],
    ['2001:db8::5', ['[2001:db8::5]']],
    ['my-box.local', ['my-box.local']],
  ])('that listens at %s are %j: those of no container first', (host, addresses) => {
    expect(lanAddresses(host, LAPTOP)).toEqual(addresses)
  })

  test('on a machine without a network are none', () => {
    expect(lanAddresses('0.0.0.0', { lo: LAPTOP.lo })).toEqual([])
    expect(networkNotice({ urls: [], draw: true })).toBe(
      'This machine is on no network now: nobody else reaches it.',
    )
  })
})

const urls = ['http://192.168.0.5:3000', 'http://10.0.0.2:3000']

test('the notice names each address on a line of its own', () => {
  const lines = networkNotice({ urls, draw: false }).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'Everybody on this network reaches it:',
    '  http://192.168.0.5:3000',
    '  http://10.0.0.2:3000',
  ])
  expect(lines).toHaveLength(4)
})

test('on a terminal the first address is drawn as a QR code, white on black, with a margin', () => {
  const drawing = networkNotice({ urls, draw: true }).split('\n').slice(4)
  const rows = drawing.flatMap((line) => {
    const [, halves] = /^\x1b\[97;40m([ ▀▄█]+)\x1b\[0m$/.exec(line) ?? []
    const light = (shown: string) => Array.from(halves!, (half) => shown.includes(half))
    return [light('▀█'), light('▄█')]
  })
  const { data } = encode(urls[0]!, { border: 2 })
  expect(rows.slice(0, data.length)).toEqual(data.map((row) => row.map((dark) => !dark)))
  expect(drawing.length).toBeLessThanOrEqual(16)
})

/** The built page's files over a socket: which bytes a client gets, and when it needs none. */

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { pageFiles } from '../../../server/node/page-files.ts'
import { createSite } from '../../../server/playground/site.ts'
import { askRaw } from '../../support/raw-http.ts'
import { realServer } from '../../support/real-server.ts'

const root = mkdtempSync(join(tmpdir(), 'page-files-'))
afterAll(() => rmSync(root, { recursive: true }))

const SCRIPT = Buffer.from('console.log("the same again and again")\n'.repeat(50))
const FONT = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))

mkdirSync(join(root, 'assets'))
writeFileSync(join(root, 'assets/app-1.js'), SCRIPT)
writeFileSync(join(root, 'assets/app-1.js.br'), brotliCompressSync(SCRIPT))
writeFileSync(join(root, 'assets/app-1.js.gz'), gzipSync(SCRIPT))
writeFileSync(join(root, 'assets/font-1.woff2'), FONT)
writeFileSync(join(root, 'index.html'), '<!doctype html>')
writeFileSync(join(root, '.env'), 'SECRET')

const server = realServer(createSite({ files: pageFiles(root) }))

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await askRaw(server.port, { method, path, headers: Object.entries(headers) })
  const header = (wanted: string) => answer.headers.find(([name]) => name === wanted)?.[1]
  return { ...answer, header }
}

const APP = '/assets/app-1.js'
const FONT_PATH = '/assets/font-1.woff2'

describe('a file that the build has compressed', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['*', 'br'],
    ['*;q=0.1', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0.1', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['br ; q=0.000 , gzip', 'gzip'],
    ['deflate', undefined],
    ['gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['gzip;q=x', undefined],
    ['brotli', undefined],
    ['', undefined],
  ])('is sent to who accepts "%s" as %s', async (accepted, encoding) => {
    const { status, header, body } = await ask(APP, { 'accept-encoding': accepted })
    expect([status, header('content-encoding')]).toEqual([200, encoding])
    const read = { br: brotliDecompressSync, gzip: gunzipSync, plain: (bytes: Buffer) => bytes }
    expect(read[(encoding as 'br') ?? 'plain'](body)).toEqual(SCRIPT)
    expect(header('content-type')).toBe('text/javascript; charset=utf-8')
    expect(header('content-length')).toBe(String(body.length))
    // A cache between is told too where it got the file as it is.
    expect(header('vary')).toBe('accept-encoding')
  })

  test('has another tag in each encoding', async () => {
    const tags = ['br', 'gzip', 'identity'].map(async (each) =>
      (await ask(APP, { 'accept-encoding': each })).header('etag'),
    )
    expect(new Set(await Promise.all(tags)).size).toBe(3)
  })

  test('is not compressed again where it is asked for as it lies there', async () => {
    const { header, body } = await ask(`${APP}.gz`, { 'accept-encoding': 'gzip' })
    expect(header('content-encoding')).toBeUndefined()
    expect(gunzipSync(body)).toEqual(SCRIPT)
  })
})

test('a file that is not compressed is the same for everybody', async () => {
  const { header, body } = await ask(FONT_PATH, { 'accept-encoding': 'br' })
  expect(body).toEqual(FONT)
  expect(header('content-type')).toBe('font/woff2')
  expect([header('vary'), header('content-encoding')]).toEqual([undefined, undefined])
})

describe('what a browser has kept', () => {
  test('is asked for anew where the name stays, and not for a year where it changes with the file', async () => {
    expect((await ask('/')).header('cache-control')).toBe('no-cache')
    expect((await ask('/index.html')).header('cache-control')).toBe('no-cache')
    expect((await ask(APP)).header('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test('is not kept where there is no such file', async () => {
    const { status, header } = await ask('/assets/app-2.js')
    expect([status, header('cache-control'), header('etag')]).toEqual([404, undefined, undefined])
  })

  test.each(['"other", TAG', 'W/TAG', '*'])(
    'costs a 304 without a body where If-None-Match is %s',
    async (field) => {
      const tag = (await ask('/')).header('etag')!
      const again = await ask('/', { 'if-none-match': field.replace('TAG', tag) })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect([again.header('etag'), again.header('cache-control')]).toEqual([tag, 'no-cache'])
      expect(again.header('x-content-type-options')).toBe('nosniff')
    },
  )

  test('is sent anew once the file is another, even of the same length and minute', async () => {
    const file = join(root, 'again.html')
    const minute = new Date(0)
    writeFileSync(file, 'one')
    utimesSync(file, minute, minute)
    const tag = (await ask('/again.html')).header('etag')!
    // As every file of a package from npm.
    const other = mkdtempSync(join(tmpdir(), 'page-files-'))
    writeFileSync(join(other, 'again.html'), 'two')
    utimesSync(join(other, 'again.html'), minute, minute)
    const upgraded = createSite({ files: pageFiles(other) })
    const headers = { 'if-none-match': tag }
    const answer = await upgraded.request('/again.html', { headers })
    rmSync(other, { recursive: true })
    expect([answer.status, await answer.text()]).toEqual([200, 'two'])
  })

  test('is told anew while the server runs on, after another build', async () => {
    const file = join(root, 'built.html')
    writeFileSync(file, 'one')
    const tag = (await ask('/built.html')).header('etag')!
    writeFileSync(file, 'second')
    const { status, body } = await ask('/built.html', { 'if-none-match': tag })
    expect([status, body.toString()]).toEqual([200, 'second'])
  })
})

test.each([{}, { 'accept-encoding': 'br' }, { range: 'bytes=0-3' }])(
  'HEAD with %j has no body, and says how long that of GET would be',
  async (headers) => {
    const head = await ask(APP, headers, 'HEAD')
    const { range: _, ...whole } = headers as Record<string, string>
    const got = await ask(APP, whole)
    expect([head.status, head.body.length]).toEqual([200, 0])
    const said = ({ headers }: typeof got) => new Map(headers.filter(([name]) => name !== 'date'))
    expect(said(head)).toEqual(said(got))
  },
)

describe('a part of a file', () => {
  test.each([
    ['bytes=0-3', 0, 3],
    ['bytes=250-', 250, 255],
    ['bytes=-2', 254, 255],
    ['bytes=-1000', 0, 255],
    ['bytes=255-9999', 255, 255],
  ])('"%s" is the bytes from %i to %i', async (range, first, last) => {
    const { status, header, body } = await ask(FONT_PATH, { range })
    expect([status, header('content-range')]).toEqual([206, `bytes ${first}-${last}/256`])
    expect(body).toEqual(FONT.subarray(first, last + 1))
    expect(header('content-length')).toBe(String(body.length))
  })

  test.each(['bytes=256-', 'bytes=300-400', 'bytes=-0'])('"%s" is none: 416', async (range) => {
    const { status, header, body } = await ask(FONT_PATH, { range })
    expect([status, header('content-range'), body.length]).toEqual([416, 'bytes */256', 0])
  })

  test.each(['bytes=3-1', 'bytes=-', 'bytes=0-1,4-5', 'items=0-1', 'bytes=a-b', ''])(
    '"%s" is no range that is known, so the whole file comes',
    async (range) => {
      const { status, body } = await ask(FONT_PATH, { range })
      expect([status, body]).toEqual([200, FONT])
    },
  )

  test('is of the encoding that its tag is of, and the whole where the tag is of another', async () => {
    const asked = { 'accept-encoding': 'gzip', range: 'bytes=0-9' }
    const tag = (await ask(APP, asked)).header('etag')!
    const part = await ask(APP, { ...asked, 'if-range': tag })
    expect([part.status, part.body]).toEqual([206, gzipSync(SCRIPT).subarray(0, 10)])
    const whole = await ask(APP, { ...asked, 'accept-encoding': 'br', 'if-range': tag })
    expect(whole.status).toBe(200)
  })
})

test.each(['/.env', '/assets/.env', '/assets/', '/assets', '/assets/app-1.js/', '/%2eenv'])(
  '%s is no file of the page',
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

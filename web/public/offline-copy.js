/**
 * The offline copy: the files of this build, kept when the page asks for it, and given where the host is gone.
 * `service-worker.js` loads it after `BUILD`, which the build fills in: `{ version, entry, files }`, where `entry` is
 * the page's first script and a file is `[path, bytes, sum]`; a page of HTML has no sum, for hosts change those.
 */

const SCOPE = new URL(registration.scope)

/** Names of caches begin so, whichever build they are of; another copy on this origin has another path. */
const OURS = `bearer-playground ${SCOPE.pathname} `

const NAME = OURS + BUILD.version

/** Stands in a cache that has all files of its build. */
const WHOLE = new URL('offline-copy.json', SCOPE).href

/** How long the host may take to give the page where a copy is kept, in milliseconds. */
const HOST_LIMIT = 4_000

/** How many files are fetched at a time: the page may want some too. */
const AT_A_TIME = 4

/** How many builds are kept: an open page of the one before finds its files. */
const BUILDS = 2

const fromNetwork = self.fetch.bind(self)

/** Whether anything is kept: asked before each request, which cannot wait. Undefined until it is known. */
let isAnythingKept
const look = async () => {
  isAnythingKept = (await cachesOfOurs()).length > 0
}
look()

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Our caches, the newest first. */
async function cachesOfOurs() {
  const names = await caches.keys()
  return names.filter((name) => name.startsWith(OURS)).reverse()
}

/** A kept answer; opening a cache would make one. */
const find = (url, cacheName) => caches.match(url, { cacheName })

const whatIsWhole = async (name) => (await find(WHOLE, name))?.json()

/** A kept file, of the newest build that is whole; one that another build has is of that. */
async function kept(path) {
  const url = new URL(path, SCOPE).href
  const names = await cachesOfOurs()
  for (const name of names) {
    if (!(await whatIsWhole(name))) continue
    const found = await find(url, name)
    if (found) return found
  }
  return undefined
}

/** What this worker answers in the place of the network; undefined for what is none of its business. */
function answerOffline({ request }) {
  const { origin, pathname } = new URL(request.url)
  if (isAnythingKept === false || request.method !== 'GET') return undefined
  if (origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return undefined
  const path = pathname.slice(SCOPE.pathname.length)
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html') return thePage(request)
    return path === 'docs.html' ? fromHostFirst(request, path) : undefined
  }
  // A name with a hash in it means one text.
  if (path.startsWith('assets/')) return fromCopyFirst(request, path)
  // Whether a real server is there is known by asking it, so that file is in no list.
  return BUILD.files.some(([name]) => name === path) ? fromHostFirst(request, path) : undefined
}

async function fromCopyFirst(request, path) {
  return (await kept(path)) ?? fromNetwork(request)
}

async function fromHostFirst(request, path) {
  try {
    return await fromNetwork(request)
  } catch (error) {
    const copy = await kept(path)
    if (copy) return copy
    throw error
  }
}

/** The page: the host's where it is there, so that a newer one, or another's on the same port, is seen. */
async function thePage(request) {
  const asked = fromNetwork(request)
  asked.catch(() => {})
  const copy = await kept('index.html')
  try {
    const response = await (copy ? Promise.race([asked, sleep(HOST_LIMIT)]) : asked)
    if (!response) return copy
    // What a browser is sent elsewhere by cannot be read, and a server that is down may be ours again soon.
    if (response.type === 'basic' && response.status < 500) {
      const text = await response.clone().text()
      if (!text.includes('<bp-playground-app>')) await registration.unregister()
    }
    return response
  } catch (error) {
    if (copy) return copy
    throw error
  }
}

/** What is kept of this build: `{ version, entry, files, bytes }` when all of it is, else only the first two. */
async function keptNow() {
  const { version, entry } = BUILD
  return { version, entry, ...(BUILD.files.length > 0 && (await whatIsWhole(NAME))) }
}

/** Under way: whoever asks meanwhile hears of the same. */
let keeping

/** Keeps all files of this build; what an earlier try kept is not fetched again. */
async function keep(tell) {
  const cache = await caches.open(NAME)
  isAnythingKept = true
  const known = new Set((await cache.keys()).map(({ url }) => url))
  const missing = BUILD.files.filter(([path]) => !known.has(new URL(path, SCOPE).href))
  const all = BUILD.files.length
  let done = all - missing.length
  const next = async () => {
    for (let file = missing.shift(); file; file = missing.shift()) {
      await keepFile(cache, file)
      tell({ done: ++done, all })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, next))
  const bytes = BUILD.files.reduce((sum, [, size]) => sum + size, 0)
  await cache.put(WHOLE, Response.json({ files: all, bytes }))
  const others = (await cachesOfOurs()).filter((name) => name !== NAME)
  await Promise.all(others.slice(BUILDS - 1).map((name) => caches.delete(name)))
}

/**
 * Keeps a file: the build's before may have the same.
 *
 * @throws 'changed' when the host has another file by that name, 'network' when it does not come, 'full'
 */
async function keepFile(cache, [path, , sum]) {
  const known = path.startsWith('assets/') && (await kept(path))
  const file =
    (known && (await read(known, path, sum))) ||
    (await read(await fetched(path), path, sum)) ||
    // Not what the browser itself has kept by that name.
    (await read(await fetched(path, 'reload'), path, sum))
  if (!file) throw 'changed'
  await cache.put(new URL(path, SCOPE).href, file).catch(() => {
    throw 'full'
  })
}

/** A response as it may be kept; undefined for one with another text than this build's. */
async function read(response, path, sum) {
  const bytes = await response.arrayBuffer().catch(() => {
    throw 'network'
  })
  const isOurs = sum ? (await sumOf(bytes)) === sum : textOf(bytes).includes(markOf(path))
  if (!isOurs) return undefined
  // A response that was sent elsewhere on the way is none that a page may be made of.
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return new Response(bytes, { headers })
}

async function fetched(path, cache = path.startsWith('assets/') ? 'default' : 'no-cache') {
  // Some hosts give the page only by the folder's name.
  const url = new URL(path === 'index.html' ? '.' : path, SCOPE)
  const response = await fromNetwork(url, { cache }).catch(() => {
    throw 'network'
  })
  if (!response.ok) throw response.status < 500 ? 'changed' : 'network'
  return response
}

/** What a page of this build has in it. */
const markOf = (path) => (path === 'index.html' ? BUILD.entry : 'docs.js')

const textOf = (bytes) => new TextDecoder().decode(bytes)

async function sumOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return btoa(String.fromCharCode(...new Uint8Array(digest).slice(0, 12)))
}

/** Keeps everything, and tells the page how far it is, then what is kept or why not all is. */
async function keepAndTell(port) {
  const listeners = (keeping ??= Object.assign([], { done: undefined }))
  listeners.push(port)
  const tell = (message) => listeners.forEach((one) => one.postMessage(message))
  if (listeners.done) return listeners.done
  listeners.done = keep(tell)
    .then(keptNow)
    .catch((reason) => ({ failed: typeof reason === 'string' ? reason : 'network' }))
    .then((result) => {
      keeping = undefined
      tell(result)
    })
  return listeners.done
}

/** Removes every copy of this place. */
async function removeCopies() {
  await Promise.all((await cachesOfOurs()).map((name) => caches.delete(name)))
  isAnythingKept = false
}

/** What the page asks of the copy, and is answered through the port that comes along. */
const QUESTIONS = {
  'keep-copy': keepAndTell,
  'what-is-kept': async (port) => port.postMessage(await keptNow()),
  'remove-copy': async (port) => port.postMessage(await removeCopies()),
}

addEventListener('message', (event) => {
  const question = typeof event.data === 'string' && QUESTIONS[event.data]
  if (!question || !event.ports[0]) return
  event.stopImmediatePropagation()
  event.waitUntil(question(event.ports[0]))
})

/** The offline copy as the page drives it: kept once the page is idle, removed when it is not wanted, renewed. */

import { serviceWorkerOf } from '../stage/service-worker.ts'

/** Why there is no whole copy. */
type CopyFailure = 'network' | 'changed' | 'full'

export type CopyState =
  | { kind: 'unknown' }
  /** Browsers keep nothing for plain http, but for this machine's own addresses. */
  | { kind: 'unsupported' }
  /** None is kept without being asked for: the learner saves data, or has removed it. */
  | { kind: 'unasked'; because: 'saves-data' | 'removed' }
  | { kind: 'keeping'; done: number; all: number }
  /** @param bytes what it takes on this machine */
  | { kind: 'ready'; files: number; bytes: number }
  | { kind: 'failed'; because: CopyFailure }

/** What the service worker says of its copy. */
interface Kept {
  version: string
  /** Path of the first script of its page. */
  entry: string
  files?: number
  bytes?: number
}

/** What a worker is taken for that does not say. */
const UNKNOWN: Kept = { version: '', entry: '' }

interface Progress {
  done: number
  all: number
}

interface Failed {
  failed: CopyFailure
}

interface Options {
  /** URL path of the playground, with a slash at its end. */
  base: string
  /** Path of this page's first script, below the playground. */
  entry: string
  /** None where the page is no secure context. */
  serviceWorker: ServiceWorkerContainer | undefined
  /** Whether the learner's browser is told to fetch little. */
  savesData: boolean
  /** Remembers that the copy was removed. */
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** @fires change */
export class OfflineCopy extends EventTarget {
  private readonly options: Options
  state: CopyState = { kind: 'unknown' }
  /** Whether a newer version of the page is there, and is what a reload shows. */
  isOutdated = false

  constructor(options: Options) {
    super()
    this.options = options
  }

  /** Finds out what is kept, and keeps it where nobody has anything against it. */
  async start(): Promise<void> {
    const { serviceWorker, savesData } = this.options
    if (!serviceWorker) return this.become({ kind: 'unsupported' })
    if (this.wasRemoved) return this.become({ kind: 'unasked', because: 'removed' })
    const worker = await this.worker(serviceWorker)
    if (!worker) return
    const kept = await ask(worker, 'what-is-kept')
    if (isWhole(kept)) return this.become({ kind: 'ready', files: kept.files, bytes: kept.bytes })
    if (savesData) return this.become({ kind: 'unasked', because: 'saves-data' })
    await this.keepBy(worker)
  }

  /** Keeps the copy, because the learner asks for it. */
  async keep(): Promise<void> {
    const { serviceWorker } = this.options
    if (!serviceWorker) return
    this.forgetRemoval()
    const worker = await this.worker(serviceWorker)
    if (worker) await this.keepBy(worker)
  }

  /** Removes the copy, and keeps none before it is asked for. */
  async remove(): Promise<void> {
    const registration = await this.registration()
    // The answers in this browser still come through the worker: it stays for those.
    if (registration?.active) await ask(registration.active, 'remove-copy')
    try {
      this.options.storage().setItem(this.key, 'removed')
    } catch {
      // Then it is kept anew at the next visit.
    }
    this.become({ kind: 'unasked', because: 'removed' })
  }

  /** Looks for a newer version on the host. */
  async lookForNewer(): Promise<void> {
    if (this.wasRemoved) return
    const registration = await this.registration()
    // Without a network there is none.
    await registration?.update().catch(() => {})
  }

  /** The worker that answers for pages here, and hears of newer ones from then on. */
  private async worker(serviceWorker: ServiceWorkerContainer) {
    const registration = await this.register(serviceWorker)
    if (!registration) return undefined
    this.watch(registration)
    return registration.active ?? (await serviceWorker.ready).active
  }

  private watched: ServiceWorkerRegistration | undefined

  /** Hears of newer versions. */
  private watch(registration: ServiceWorkerRegistration) {
    if (this.watched === registration) return
    this.watched = registration
    if (registration.waiting) void this.meet(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && registration.active) void this.meet(installing)
      })
    })
  }

  /** A newer version waits until the last page of the old one is closed; its files are kept now. */
  private async meet(worker: ServiceWorker) {
    const { entry } = await ask(worker, 'what-is-kept')
    if (!this.options.savesData && !this.wasRemoved) {
      const told = await ask(worker, 'keep-copy')
      // What broke off is tried again with the next page.
      if (!isWhole(told)) return
    }
    // The page comes from the host first, so it may be newer than the worker before it.
    if (entry === UNKNOWN.entry || entry === this.options.entry) return
    this.isOutdated = true
    this.dispatchEvent(new Event('change'))
  }

  private async keepBy(worker: ServiceWorker) {
    this.become({ kind: 'keeping', done: 0, all: 0 })
    const told = await ask(worker, 'keep-copy', (progress) =>
      this.become({ kind: 'keeping', ...progress }),
    )
    if (isWhole(told)) this.become({ kind: 'ready', files: told.files, bytes: told.bytes })
    else this.become({ kind: 'failed', because: 'failed' in told ? told.failed : 'network' })
  }

  private async register(serviceWorker: ServiceWorkerContainer) {
    const { url, options } = serviceWorkerOf(this.options.base)
    try {
      return await serviceWorker.register(url, options)
    } catch {
      // Some browsers have none in private windows, and none comes without a network.
      const known = await this.registration()
      if (!known) this.become({ kind: 'unsupported' })
      return known
    }
  }

  private async registration(): Promise<ServiceWorkerRegistration | undefined> {
    return this.options.serviceWorker?.getRegistration(this.options.base).catch(() => undefined)
  }

  private become(state: CopyState) {
    this.state = state
    this.dispatchEvent(new Event('change'))
  }

  private get key(): string {
    return `bearer-playground:${this.options.base}:offline`
  }

  private get wasRemoved(): boolean {
    try {
      return this.options.storage().getItem(this.key) !== null
    } catch {
      return false
    }
  }

  private forgetRemoval() {
    try {
      this.options.storage().removeItem(this.key)
    } catch {
      // Nothing is remembered there.
    }
  }
}

const isWhole = (told: Kept | Failed): told is Required<Kept> =>
  'bytes' in told && told.bytes !== undefined

type Question = 'what-is-kept' | 'keep-copy' | 'remove-copy'

/** How long the service worker may say nothing, in milliseconds: a browser may have ended it. */
const SILENCE = 20_000

/** Asks the service worker about its copy, and hears how far it is until it is done. */
function ask(worker: ServiceWorker, question: 'what-is-kept'): Promise<Kept>
function ask(
  worker: ServiceWorker,
  question: Question,
  onProgress?: (progress: Progress) => void,
): Promise<Kept | Failed>
function ask(worker: ServiceWorker, question: Question, onProgress?: (progress: Progress) => void) {
  const { port1, port2 } = new MessageChannel()
  return new Promise<unknown>((resolve) => {
    const end = (result: unknown) => {
      clearTimeout(silence)
      port1.close()
      resolve(result)
    }
    const giveUp = () => end(question === 'what-is-kept' ? UNKNOWN : { failed: 'network' })
    let silence = setTimeout(giveUp, SILENCE)
    port1.addEventListener('message', ({ data }: MessageEvent<Progress | Kept | Failed | null>) => {
      if (!data || !('done' in data)) return end(data)
      clearTimeout(silence)
      silence = setTimeout(giveUp, SILENCE)
      onProgress?.(data)
    })
    port1.start()
    worker.postMessage(question, [port2])
  })
}

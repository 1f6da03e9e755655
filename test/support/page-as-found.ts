/** Files of tests share a page: each finds its time, its storage, its address and its looks as somebody new does. */

import { vi } from 'vitest'
import { provideContext } from './lesson-context.ts'

vi.useRealTimers()
vi.unstubAllGlobals()
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '#')
for (const name of ['data-theme', 'masked', 'lang']) document.documentElement.removeAttribute(name)
provideContext({})

/** The editor of one's own copy: what one types, what is kept, what is read out, how one gets out again. */

import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CodeEditor } from '../../../../web/panels/editor/code-editor.ts'
import '../../../../web/panels/editor/code-editor.ts'
import { editorWords } from '../../../../web/words/editor.ts'
import {
  all,
  byRole,
  expectAccessible,
  mount,
  one,
  rendered,
  textIn,
} from '../../../support/fixture.ts'

const words = editorWords.en
const TEXT = `import { Hono } from 'hono'\n\nconst app = new Hono()\n\napp.get('/', (c) => c.text('hi'))\n\nexport default app\n`

let files = 0
/** A file that no other test has written in. */
let key = ''
beforeEach(() => {
  key = `test/${(files += 1)}`
})

const editor = (properties: Partial<CodeEditor> = {}) =>
  mount('bp-code-editor', { document: { file: 'app.ts', text: TEXT, key }, words, ...properties })

const content = (element: Element) => one(element, '.cm-content')

const shown = (element: Element) =>
  all(element, '.cm-line')
    .map((line) => line.textContent)
    .join('\n')

/** Listens for what an element tells, as its owner does. */
function told<Detail = string>(element: Element, name: string): Detail[] {
  const details: Detail[] = []
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail))
  return details
}

/** Has the owner give back what it was told, as it does. */
function owned(element: CodeEditor): CodeEditor {
  element.addEventListener('edit', (event) => {
    const text = (event as CustomEvent<string>).detail
    element.document = { ...element.document, text }
  })
  return element
}

/** Clicks into the text, at its very end. */
async function atEnd(element: Element) {
  await userEvent.click(content(element))
  await userEvent.keyboard('{Control>}{End}{/Control}')
}

/**
 * Replaces the selection with a text, as typing does. Letters that come slowly, as on a busy machine, are undone one by
 * one: what is to be undone at once is one letter.
 */
const type = (text: string) => userEvent.keyboard(text)

const undo = () => userEvent.keyboard('{Control>}z{/Control}')

describe('writing', () => {
  test('each change is told, with the whole text', async () => {
    const element = await editor()
    const edits = told(element, 'edit')
    await atEnd(element)
    await type('x')
    await type('y')
    expect(edits).toEqual([`${TEXT}x`, `${TEXT}xy`])
  })

  test('another text in its place is not told, and one undo brings the old one back', async () => {
    const element = owned(await editor())
    await atEnd(element)
    await type('mine')
    const edits = told(element, 'edit')
    const theirs = `// ours\n${TEXT.replace('hi', 'hello')}`
    element.document = { ...element.document, text: theirs }
    await rendered()
    expect(shown(element)).toBe(theirs)
    expect(edits).toEqual([])
    await undo()
    expect(shown(element)).toBe(`${TEXT}mine`)
    expect(edits).toEqual([`${TEXT}mine`])
  })

  test('what was told before and comes back late changes nothing', async () => {
    const element = await editor()
    await atEnd(element)
    await type('xy')
    element.document = { ...element.document }
    await rendered()
    expect(shown(element)).toBe(`${TEXT}xy`)
  })

  test('of a read-only file nothing can be changed, and that is said', async () => {
    const element = await editor({ readonly: true })
    const edits = told(element, 'edit')
    await atEnd(element)
    await type('x')
    expect(shown(element)).toBe(TEXT)
    expect(edits).toEqual([])
    expect(content(element).getAttribute('aria-readonly')).toBe('true')
    expect(textIn(element)).toContain(words.readOnly)
  })

  test('brackets are closed', async () => {
    const element = await editor({ document: { file: 'app.ts', text: '', key } })
    await atEnd(element)
    await type('f((')
    expect(shown(element)).toBe('f(())')
  })
})

describe('what one did to a file is kept', () => {
  test('while another is shown', async () => {
    const element = owned(await editor())
    await atEnd(element)
    await type('m')
    const mine = element.document
    element.document = { file: 'client.ts', text: 'another', key: `${key}/other` }
    await rendered()
    expect(shown(element)).toBe('another')
    await userEvent.click(content(element))
    await undo()
    expect(shown(element)).toBe('another')
    element.document = mine
    await rendered()
    expect(shown(element)).toBe(`${TEXT}m`)
    await userEvent.click(content(element))
    await undo()
    expect(shown(element)).toBe(TEXT)
  })

  test('while the editor is away, and another is made for it', async () => {
    const element = owned(await editor())
    await atEnd(element)
    await type('m')
    element.remove()
    const again = await editor({ document: element.document })
    expect(shown(again)).toBe(`${TEXT}m`)
    await userEvent.click(content(again))
    await undo()
    expect(shown(again)).toBe(TEXT)
  })

  test('with its selection', async () => {
    const element = owned(await editor())
    await atEnd(element)
    await type('m')
    const { document } = element
    element.remove()
    const again = owned(await editor({ document }))
    again.focus()
    await type('!')
    expect(again.document.text).toBe(`${TEXT}m!`)
  })

  test('and in the other language too', async () => {
    const element = owned(await editor())
    await atEnd(element)
    await type('m')
    element.words = editorWords.ko
    await rendered()
    expect(textIn(element)).toContain(editorWords.ko.keys)
    await undo()
    expect(shown(element)).toBe(TEXT)
  })
})

describe('keys', () => {
  test('Tab indents by two, Shift and Tab takes them back', async () => {
    const element = await editor({ document: { file: 'app.ts', text: 'go()', key } })
    await userEvent.click(content(element))
    await userEvent.keyboard('{Home}{Tab}{Tab}')
    expect(shown(element)).toBe('    go()')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(shown(element)).toBe('  go()')
  })

  test('Escape twice leaves the editor, and Tab goes on from there; Shift and Tab by the other side', async () => {
    await page.viewport(1200, 800)
    const element = await editor({ document: { file: 'app.ts', text: 'go()', key } })
    const [before, after] = [document.createElement('button'), document.createElement('button')]
    element.before(before)
    element.after(after)
    element.focus()
    await userEvent.keyboard('{Escape}{Escape}')
    expect(element.shadowRoot!.activeElement).toBe(one(element, '#keys'))
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(after)
    element.focus()
    await userEvent.keyboard('{Escape}{Escape}{Shift>}{Tab}{Tab}{/Shift}')
    expect(document.activeElement).toBe(before)
    expect(shown(element)).toBe('go()')
  })

  test('who closes what was not open any more writes on, for one Escape leaves nothing', async () => {
    const element = await editor({ document: { file: 'app.ts', text: '', key } })
    element.focus()
    await userEvent.keyboard('{Escape}n{Escape}m')
    expect(shown(element)).toBe('nm')
  })

  test('after one Escape Tab goes on too', async () => {
    const element = await editor({ document: { file: 'app.ts', text: 'go()', key } })
    const after = document.createElement('button')
    element.after(after)
    element.focus()
    await userEvent.keyboard('{Escape}{Tab}')
    expect(document.activeElement).toBe(after)
    expect(shown(element)).toBe('go()')
  })

  test('who left and comes back indents by Tab again', async () => {
    const element = await editor({ document: { file: 'app.ts', text: 'go()', key } })
    element.focus()
    await userEvent.keyboard('{Escape}{Escape}')
    element.focus()
    await userEvent.keyboard('{Home}{Tab}')
    expect(shown(element)).toBe('  go()')
  })

  test('how to leave is said on the screen, and to screen readers', async () => {
    const element = await editor()
    const described = content(element).getAttribute('aria-describedby')!.split(' ')
    const texts = described.map((id) => one(element, `#${id}`).textContent)
    expect(texts).toContain(words.keys)
  })

  test.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    '%s sends once, and writes nothing',
    async (keys) => {
      const element = await editor()
      const sent = told(element, 'send-request')
      const heard = vi.fn<(event: KeyboardEvent) => void>()
      const listen = (event: KeyboardEvent) => event.key === 'Enter' && heard(event)
      addEventListener('keydown', listen)
      await userEvent.click(content(element))
      await userEvent.keyboard(keys)
      removeEventListener('keydown', listen)
      expect(sent).toHaveLength(1)
      // The page would send a second time.
      expect(heard).not.toHaveBeenCalled()
      expect(shown(element)).toBe(TEXT)
    },
  )

  test('nothing is sent while Hangul is composed', async () => {
    const element = await editor()
    const sent = told(element, 'send-request')
    const text = content(element)
    text.focus()
    text.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    const enter = { key: 'Enter', ctrlKey: true, isComposing: true, keyCode: 229 }
    text.dispatchEvent(
      new KeyboardEvent('keydown', { ...enter, bubbles: true, composed: true, cancelable: true }),
    )
    text.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    expect(sent).toEqual([])
  })

  test('Ctrl and S do nothing, not even what the browser would', async () => {
    const element = await editor()
    let isPrevented = false
    const listen = (event: KeyboardEvent) => {
      if (event.key === 's') isPrevented = event.defaultPrevented
    }
    addEventListener('keydown', listen)
    await userEvent.click(content(element))
    await userEvent.keyboard('{Control>}s{/Control}')
    removeEventListener('keydown', listen)
    expect(isPrevented).toBe(true)
    expect(shown(element)).toBe(TEXT)
  })

  test('what is searched for is asked in the page’s language', async () => {
    const element = await editor({ words: editorWords.ko })
    await userEvent.click(content(element))
    await userEvent.keyboard('{Control>}f{/Control}')
    const field = page.elementLocator(element).getByRole('textbox', { name: '찾기', exact: true })
    await userEvent.fill(field, 'app')
    await userEvent.keyboard('{Escape}')
    expect(all(element, '.cm-search')).toEqual([])
  })
})

describe('the row of keys that phones lack', () => {
  const empty = () => ({ file: 'app.ts', text: '', key })

  /** What is written after some keys of the row were touched. */
  async function touched(element: CodeEditor, ...labels: string[]): Promise<string> {
    await page.viewport(390, 800)
    for (const label of labels) {
      await userEvent.click(byRole(element, 'button', label)[0]!)
    }
    return element.document.text
  }

  test('puts its texts in at the cursor, and the text keeps the focus', async () => {
    const element = owned(await editor({ document: empty() }))
    element.focus()
    const lost = vi.fn<() => void>()
    content(element).addEventListener('blur', lost)
    expect(await touched(element, 'Insert =>', 'Insert {', 'Insert ;')).toBe('=>{;}')
    expect(lost).not.toHaveBeenCalled()
  })

  test('moves the cursor, indents, takes back and does again', async () => {
    const element = owned(await editor({ document: empty() }))
    expect(await touched(element, 'Insert ;', 'Cursor left', 'Indent')).toBe('  ;')
    expect(await touched(element, 'Undo')).toBe(';')
    expect(await touched(element, 'Redo', 'Cursor right', 'Insert ;')).toBe('  ;;')
  })

  test('has keys as wide and high as a finger', async () => {
    const element = await editor({ document: empty() })
    await page.viewport(390, 800)
    const sizes = all(one(element, 'bp-touch-keys'), 'button').map((button) => {
      const { width, height } = button.getBoundingClientRect()
      return Math.min(width, height)
    })
    expect(sizes).toHaveLength(15)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  })

  test('is not there where there is a keyboard', async () => {
    const element = await editor({ document: empty() })
    await page.viewport(1200, 800)
    expect(byRole(element, 'button')).toEqual([])
  })
})

describe('what became of the code', () => {
  const place = (text: string) => ({
    from: TEXT.indexOf(text),
    to: TEXT.indexOf(text) + text.length,
  })
  const marks = [
    { kind: 'ran' as const, ...place('const app = new Hono()') },
    { kind: 'refused' as const, ...place("c.text('hi')") },
  ]

  test('is shown on its lines, with a sign, and described', async () => {
    const element = await editor({ marks })
    expect(all(element, '.cm-line.ran').map(textIn)).toEqual(['const app = new Hono()'])
    expect(all(element, '.part-refused').map(textIn).join('')).toBe("c.text('hi')")
    expect(all(element, '.sign').map(textIn)).toEqual(expect.arrayContaining(['✓', '✕']))
    expect(one(element, '#marks').textContent).toBe('ran: line 3. refused here: line 5')
  })

  test('follows its line as one types above it', async () => {
    const element = await editor({ marks })
    await userEvent.click(content(element))
    await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}')
    expect(all(element, '.cm-line.ran').map(textIn)).toEqual(['const app = new Hono()'])
  })

  test('goes when the owner takes it away', async () => {
    const element = await editor({ marks })
    element.marks = []
    await rendered()
    expect(all(element, '.cm-line.ran')).toEqual([])
    expect(one(element, '#marks').textContent).toBe('')
  })

  test('is brought into view', async () => {
    const text = Array.from({ length: 200 }, (_, line) => `// ${line}\n`).join('')
    const from = text.indexOf('// 150')
    const element = await editor({
      document: { file: 'app.ts', text, key },
      reveal: { from, to: from + 5 },
    })
    await expect.poll(() => shown(element)).toContain('// 150')
  })

  test.each([
    ['leads the caret there', false, 'x// 1'],
    ['leaves the caret where somebody writes', true, '// 1'],
  ])('brought into view %s', async (_, stays, line) => {
    const text = '// 0\n// 1'
    const element = owned(
      await editor({ document: { file: 'app.ts', text, key }, stays, reveal: { from: 5, to: 9 } }),
    )
    element.focus()
    await userEvent.keyboard('x')
    expect(element.document.text.split('\n')[1]).toBe(line)
  })
})

describe('what is wrong with the code', () => {
  const problems = [
    { kind: 'module' as const, text: 'node:fs', from: 0, to: 6 },
    { kind: 'endless' as const, text: '', from: 29, to: 34 },
  ]

  test('is underlined, has a sign, and is said with its line', async () => {
    const element = await editor({ problems })
    expect(all(element, '.cm-lintRange').map(textIn)).toEqual(['import', 'const'])
    expect(all(element, '.sign-problem')).toHaveLength(2)
    const said = textIn(one(element, '[role=status]'))
    expect(said).toContain('Line 1 `node:fs` is not here; these are: hono,')
    expect(said).toContain('Line 3 This loop did not end in two seconds.')
  })

  test('is where F8 and Shift with F8 lead, and read out there', async () => {
    const element = await editor({ problems })
    const heard: string[] = []
    const observer = new MutationObserver((changes) => {
      heard.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]).map(textIn))
    })
    observer.observe(one(element, '.cm-announced'), { childList: true })
    await userEvent.click(content(element))
    await userEvent.keyboard('{Control>}{Home}{/Control}{F8}{F8}{Shift>}{F8}{/Shift}')
    observer.disconnect()
    expect(heard.filter(Boolean).map((text) => text.slice(0, 9))).toEqual([
      '`node:fs`',
      'This loop',
      '`node:fs`',
    ])
  })

  test('follows its code as one types above it', async () => {
    const element = owned(await editor({ problems }))
    await userEvent.click(content(element))
    await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}{Enter}')
    await rendered()
    expect(textIn(one(element, '[role=status]'))).toContain('Line 5 This loop')
    await userEvent.click(all(element, '.problems button')[1]!)
    await type('!')
    expect(element.document.text).toBe(`\n\n${TEXT.replace('const', '!const')}`)
  })

  test('is where its sentence leads', async () => {
    const element = owned(await editor({ problems }))
    await userEvent.click(all(element, '.problems button')[1]!)
    await type('!')
    expect(element.document.text).toBe(TEXT.replace('const', '!const'))
  })
})

describe('completion', () => {
  test('behind c. offers what the context has, and Enter puts it in', async () => {
    const element = owned(await editor({ document: { file: 'app.ts', text: '', key } }))
    await atEnd(element)
    await type('c.js')
    // While what was typed last is still looked up, nothing can be picked.
    const open = '.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)'
    await expect.poll(() => all(element, `${open} [role=option]`).map(textIn)[0]).toMatch(/^json/)
    // Nobody can pick what has only just appeared.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_000 })
    onTestFinished(() => void vi.useRealTimers())
    await userEvent.keyboard('{Enter}')
    expect(element.document.text).toBe('c.json')
  })

  test('offers nothing more once the word is written, so that Escape leaves the code', async () => {
    const element = owned(await editor({ document: { file: 'app.ts', text: '', key } }))
    await atEnd(element)
    await type('c.jso')
    const offered = () => all(element, '.cm-tooltip-autocomplete [role=option]')
    await expect.poll(() => offered().length).toBeGreaterThan(0)
    await type('n')
    await expect.poll(offered).toEqual([])
  })
})

test.each(Object.entries(editorWords))('is accessible in %s', async (_, words) => {
  const problems = [{ kind: 'syntax' as const, text: 'x', from: 0, to: 6 }]
  await expectAccessible(await editor({ words, problems }))
})

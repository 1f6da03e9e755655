/** The token inspector: what it shows, whence its token comes, what leaves it. */

import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import '../../../web/token/token-inspector.ts'
import { tokenWords } from '../../../web/words/token.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import {
  all,
  BOTH,
  expectAccessible,
  heard,
  one,
  rendered,
  textIn,
  write,
} from '../../support/fixture.ts'
import { base64url, forge, withPart } from '../../../lessons/contract/forge.ts'
import {
  button,
  choose,
  CLAIMS,
  hasButton,
  inspect,
  paste,
  press,
  settled,
  shown,
  TOKEN,
  unfold,
  useButtons,
} from './support.ts'

const words = tokenWords.en
const OTHER = await forge({ payload: '{"sub":"alice"}' })

const carrying = (token: string, id = 1) =>
  exchangeWith({ id, request: { headers: [['Authorization', `Bearer ${token}`]] } })

describe('a token', () => {
  test('is read: three parts by name, and every claim', async () => {
    const text = textIn(await inspect(TOKEN))
    for (const name of Object.values(words.parts)) expect(text).toContain(name)
    for (const piece of ['"alg": "HS256"', '"sub": "johndoe"', '"exp": 1893455999']) {
      expect(text).toContain(piece)
    }
    expect(text).toContain('29 minutes 58 seconds left')
  })

  test('is said to be decoded and not verified', async () => {
    expect(textIn(one(await inspect(TOKEN), 'bp-token-state'))).toContain(words.state.unverified)
  })

  test('has its editor two stops from the top, by a button that leads there', async () => {
    const element = await inspect(TOKEN)
    await press(element, `${words.edit.title} ↓`)
    const editor = one(element, 'details.edit', HTMLDetailsElement)
    expect(editor.open).toBe(true)
    expect(element.shadowRoot!.activeElement).toBe(editor.querySelector('summary'))
    expect(hasButton(await inspect('johndoe'), `${words.edit.title} ↓`)).toBe(false)
  })

  test('that is none is shown with its fault, and nothing about being verified', async () => {
    const element = await inspect(TOKEN.slice(0, TOKEN.lastIndexOf('.')))
    expect(all(element, 'bp-token-state')).toEqual([])
    expect(textIn(one(element, '.problem'))).toMatch(/^Two parts of three/)
  })

  test('that is opaque is kindly called so', async () => {
    expect(textIn(one(await inspect('johndoe'), 'li.plain'))).toBe(words.opaque)
  })

  test.each([
    ['ya29.a0Af', words.issuedBy('Google')],
    ['v4.public.eyJzdWIiOiIxMjM0In0abc', words.formatOf('PASETO')],
    ['1.2.3.4.5', words.opaque],
  ])('that is %s is called what it is', async (token, said) => {
    expect(textIn(one(await inspect(token), 'li.plain'))).toBe(said)
  })

  test('pasted with another is one press away, each', async () => {
    const element = await inspect('')
    await paste(element, `${TOKEN},${OTHER}`)
    await press(element, words.cureOf(2))
    expect(shown(element)).toBe(OTHER)
  })

  test('with a character that cannot be seen shows its code point, and is rid of it by one press', async () => {
    const element = await inspect('')
    await paste(element, `${TOKEN.slice(0, 5)}\u200b${TOKEN.slice(5)}`)
    expect(textIn(one(element, '.problem'))).toContain('U+200B')
    expect(textIn(one(element, 'mark.wrong'))).toBe('U+200B')
    await press(element, words.takeOut)
    expect(shown(element)).toBe(TOKEN)
    expect(all(element, '.problem')).toEqual([])
  })

  test('with disclosures shows them, and opens the holder’s own token by one press', async () => {
    const disclosure = base64url('["salt","given_name","John"]')
    const element = await inspect(`${TOKEN}~${disclosure}~${OTHER}`)
    expect(textIn(one(element, '.findings'))).toContain(words.sdJwt.means(1))
    expect(textIn(one(element, '.disclosures'))).toBe(`${words.sdJwt.disclosed} given_name "John"`)
    expect(textIn(element)).toContain('"sub": "johndoe"')
    await press(element, words.sdJwt.openBound)
    expect(shown(element)).toBe(OTHER)
  })

  test('pasted with its scheme is cured by one press', async () => {
    const element = await inspect('')
    await paste(element, `Bearer ${TOKEN}`)
    await press(element, words.cure)
    expect(shown(element)).toBe(TOKEN)
    expect(all(element, '.problem')).toEqual([])
  })

  test('inside another is opened by one press', async () => {
    const nested = `${base64url('{"alg":"HS256","cty":"JWT"}')}.${base64url(TOKEN)}.c2ln`
    const element = await inspect(nested)
    await press(element, words.openInner)
    expect(shown(element)).toBe(TOKEN)
  })

  test('goes on the bench as it stands', async () => {
    const element = await inspect(TOKEN)
    const used = heard<string>(element, 'use-token')
    useButtons(element)[0]!.click()
    await paste(element, OTHER)
    // Who changed it by keys finds the button behind the last field, and need not go back.
    const behind = one(element, 'bp-token-edit').nextElementSibling
    expect(behind).toBe(useButtons(element)[1])
    useButtons(element)[1]!.click()
    expect(used).toEqual([TOKEN, OTHER])
  })
})

describe('where the token comes from', () => {
  test('nowhere at first: it invites', async () => {
    const element = await inspect('')
    expect(textIn(one(element, '.empty'))).toBe(words.empty)
    expect(button(element, words.clear).disabled).toBe(true)
  })

  test('from the exchange on the bench', async () => {
    const exchange = carrying(TOKEN)
    const element = await inspect('', {
      requestedToken: undefined,
      exchange,
      exchanges: [exchange],
    })
    expect(shown(element)).toBe(TOKEN)
  })

  test('else from the newest of the journal that has one', async () => {
    const exchanges = [carrying(TOKEN), carrying(OTHER, 2), exchangeWith({ id: 3 })]
    const element = await inspect('', {
      requestedToken: undefined,
      exchange: exchanges[2],
      exchanges,
    })
    expect(shown(element)).toBe(OTHER)
  })

  test('a newer one takes its place', async () => {
    const element = await inspect('', { requestedToken: undefined, exchange: carrying(TOKEN) })
    element.exchange = carrying(OTHER, 2)
    await settled()
    expect(shown(element)).toBe(OTHER)
  })

  test.each([
    ['pasted', async (element: Element) => paste(element, 'a.b.c')],
    ['changed', async (element: Element) => press(element, words.flip.flip)],
  ])('but one that was %s stays, and the newer is a press away', async (_, work) => {
    const element = await inspect('', { requestedToken: undefined, exchange: carrying(TOKEN) })
    await work(element)
    const mine = shown(element)
    element.exchange = carrying(OTHER, 2)
    await settled()
    expect(shown(element)).toBe(mine)
    await press(element, words.showNewer)
    expect(shown(element)).toBe(OTHER)
    expect(hasButton(element, words.showNewer)).toBe(false)
  })

  test('one’s own token coming back is no other', async () => {
    const element = await inspect('', { requestedToken: undefined, exchange: carrying(TOKEN) })
    await press(element, words.flip.flip)
    element.exchange = carrying(shown(element), 2)
    await settled()
    expect(hasButton(element, words.showNewer)).toBe(false)
    expect(hasButton(element, words.undo)).toBe(true)
  })

  test('one asked for comes at once, and again when asked again', async () => {
    const element = await inspect(TOKEN)
    await paste(element, 'mine')
    element.requestedToken = { token: TOKEN }
    await settled()
    expect(shown(element)).toBe(TOKEN)
  })
})

describe('what was changed', () => {
  test('is undone step by step, and taken back at once', async () => {
    const element = await inspect(TOKEN)
    expect(hasButton(element, words.undo)).toBe(false)
    await press(element, words.flip.flip)
    const once = shown(element)
    const [part] = all(one(element, 'bp-token-flip'), 'select')
    await choose(part!, 'payload')
    await press(element, words.flip.flip)
    expect(shown(element)).not.toBe(once)
    await press(element, words.undo)
    expect(shown(element)).toBe(once)
    await press(element, words.undo)
    expect(shown(element)).toBe(TOKEN)

    await press(element, words.flip.flip)
    await choose(part!, 'signature')
    await press(element, words.flip.flip)
    await press(element, words.reset)
    expect(shown(element)).toBe(TOKEN)
    expect(hasButton(element, words.undo)).toBe(false)
  })
})

test('a claim more is shown above, and where it is written stays in its place', async () => {
  const element = await inspect(TOKEN)
  const scroller = document.createElement('div')
  // Not every browser holds by itself what is looked at.
  scroller.style.cssText = 'height: 300px; overflow-y: auto; overflow-anchor: none'
  element.replaceWith(scroller)
  scroller.append(element)
  onTestFinished(() => {
    scroller.remove()
    scrollTo(0, 0)
  })
  await press(element, `${words.edit.title} ↓`)
  const field = one(element, 'textarea[data-part=payload]', HTMLTextAreaElement)
  const [place, height] = [field.getBoundingClientRect().top, element.clientHeight]
  await write(field, '{"sub":"alice","a":1,"b":2,"c":3,"d":4,"exp":1893455999}')
  await settled()
  expect(element.clientHeight).toBeGreaterThan(height + 40)
  await expect.poll(() => field.getBoundingClientRect().top).toBeCloseTo(place, 0)
})

describe('what is no token yet', () => {
  const useButton = (element: Element) => useButtons(element)[0]!
  const payloadField = (element: Element) =>
    one(element, 'textarea[data-part=payload]', HTMLTextAreaElement)

  test('does not go on the bench, where the one before it would go in its place', async () => {
    const element = await inspect(TOKEN)
    await write(payloadField(element), '{"sub":')
    await settled()
    expect(useButton(element).disabled).toBe(true)
    await write(payloadField(element), '{"sub":"alice"}')
    await settled()
    expect(useButton(element).disabled).toBe(false)
  })

  test('has no verdict: what servers said was of the token before the edit', async () => {
    const element = await inspect(TOKEN)
    await write(payloadField(element), '{')
    await settled()
    expect(all(element, 'bp-token-state')).toEqual([])
    expect(textIn(one(element, '.unfinished'))).toBe(words.unfinished)
  })

  test('is forgotten when another token is asked for', async () => {
    const element = await inspect(TOKEN)
    await write(payloadField(element), '{')
    await settled()
    element.requestedToken = { token: TOKEN }
    await settled()
    expect(useButton(element).disabled).toBe(false)
  })
})

describe('what is pointed at', () => {
  // Wherever a test before has left the mouse: here only what is dispatched points.
  const { style } = document.documentElement
  beforeEach(() => {
    style.pointerEvents = 'none'
  })
  afterEach(() => {
    style.pointerEvents = ''
  })

  const runs = (element: Element) => all(element, '.text .run.marked').map(textIn).join('')
  const row = (element: Element, name: string) =>
    all(element, 'li').find((each) => textIn(each).startsWith(`"${name}"`))!
  /** The characters that spell the member, by the arithmetic of base64url. */
  const spelling = (member: string) => {
    const start = CLAIMS.indexOf(member)
    const payload = TOKEN.split('.')[1]!
    return payload.slice(Math.floor((start * 8) / 6), Math.ceil(((start + member.length) * 8) / 6))
  }

  test('a claim marks its very characters in the token', async () => {
    const element = await inspect(TOKEN)
    row(element, 'sub').dispatchEvent(new PointerEvent('pointerenter'))
    await rendered()
    expect(runs(element)).toBe(spelling('"sub":"johndoe"'))
  })

  test('its focus does so too, and leaving it ends it', async () => {
    const element = await inspect(TOKEN)
    const name = one(row(element, 'role'), 'button')
    name.focus()
    await rendered()
    expect(runs(element)).toBe(spelling('"role":"admin"'))
    name.blur()
    await rendered()
    expect(runs(element)).toBe('')
  })

  test('characters mark their claim', async () => {
    const element = await inspect(TOKEN)
    const run = all(element, '.text .run').find(
      (each) => textIn(each) === spelling('"exp":1893455999'),
    )!
    run.dispatchEvent(new PointerEvent('pointerenter'))
    await rendered()
    expect(all(element, 'li.marked').map((each) => textIn(one(each, 'button')))).toEqual(['"exp"'])
  })

  test('a press makes it stay, and another lets it go', async () => {
    const element = await inspect(TOKEN)
    const name = one(row(element, 'sub'), 'button')
    name.click()
    await rendered()
    expect(runs(element)).toBe(spelling('"sub":"johndoe"'))
    expect(name.ariaPressed).toBe('true')
    name.click()
    await rendered()
    expect(runs(element)).toBe('')
  })

  test('the signature’s characters mark the signature', async () => {
    const element = await inspect(TOKEN)
    all(element, '.signature .run')[0]!.dispatchEvent(new PointerEvent('pointerenter'))
    await rendered()
    expect(one(element, 'section.signature').className).toContain('marked')
  })

  test('a wrong character is set apart in the raw text', async () => {
    const element = await inspect(
      withPart(TOKEN, 1, (text) => `${text.slice(0, 4)}+${text.slice(4)}`),
    )
    const mark = one(element, 'mark')
    expect(textIn(mark)).toBe('+')
    expect(textIn(one(element, '.text'))).toBe(shown(element))
  })
})

test('nothing of what is pasted, typed or made leaves the page or is stored', async () => {
  const left = [
    vi.spyOn(globalThis, 'fetch'),
    vi.spyOn(XMLHttpRequest.prototype, 'send'),
    vi.spyOn(navigator, 'sendBeacon'),
    vi.spyOn(Storage.prototype, 'setItem'),
    vi.spyOn(IDBFactory.prototype, 'open'),
  ]
  onTestFinished(() => void vi.restoreAllMocks())
  const kept = () => JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])
  const before = kept()
  const element = await inspect('')
  await paste(element, TOKEN)
  await unfold(element)
  await press(element, words.flip.flip)
  const key = one(element, 'input[type=password]', HTMLInputElement)
  key.value = 'not to be told'
  key.dispatchEvent(new InputEvent('input'))
  await settled()
  for (const way of left) expect(way).not.toHaveBeenCalled()
  expect(kept()).toBe(before)
  expect(key.autocomplete).toBe('off')
})

test('a token is shown as text, whatever it claims', async () => {
  const element = await inspect(
    await forge({ payload: '{"<img src=x>":"<b>x</b>","a":"\u202egnp"}' }),
  )
  expect(
    all(element, 'img, b:not(bp-token-state *)').filter((each) => textIn(each) === 'x'),
  ).toEqual([])
  expect(textIn(element)).toContain('"<img src=x>": "<b>x</b>"')
  expect(textIn(one(element, 'bp-token-reading'))).toContain('\\u202egnp')
})

test.each([
  ['a long token', await forge({ payload: JSON.stringify({ scope: 'x'.repeat(6000) }) })],
  ['a long opaque string', 'x'.repeat(5000)],
])('%s hangs out nowhere at 340 pixels', async (_, token) => {
  const element = await inspect(token)
  element.parentElement!.style.width = '340px'
  await unfold(element)
  expect(element.scrollWidth).toBeLessThanOrEqual(340)
  for (const each of all(element, 'bp-token-text, bp-token-part, textarea')) {
    expect(each.getBoundingClientRect().width, each.localName).toBeLessThanOrEqual(340)
  }
})

describe.each(BOTH)('in $language', ({ language, words: chrome }) => {
  const { flip } = tokenWords[language as 'en' | 'ko']

  test('is accessible with all of it open', async () => {
    const exchanges = [carrying(OTHER)]
    const element = await inspect(TOKEN, { words: chrome, exchanges })
    await unfold(element)
    await press(element, flip.flip)
    await choose(all(one(element, 'bp-token-compare'), 'select')[0]!, OTHER)
    await expectAccessible(element)
  })

  test.each([
    ['nothing', ''],
    ['an opaque string', 'john doe'],
    ['a token and more', `curl -H "Authorization: Bearer ${TOKEN}"`],
    ['two tokens', `${TOKEN},${OTHER}`],
    ['disclosures', `${TOKEN}~${base64url('["salt","given_name","John"]')}~x~${OTHER}`],
    ['a malformed token', withPart(TOKEN, 1, (text) => `${text}+`)],
    [
      'a token with warnings',
      `${base64url('{"alg":"none","alg":"none"}')}.${base64url('{"exp":1795352552000,"nbf":"x","iat":1e20}')}.`,
    ],
  ])('is accessible with %s', async (_, token) => {
    await expectAccessible(await inspect(token, { words: chrome }))
  })
})

/** What a lesson's folder lacks, each in one sentence that says where to mend it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../lessons/contract/contract.ts'
import { appOf, type CodeCheck, type Lesson, type LessonPage } from '../../lessons/lesson.ts'
import type { Step } from '../../lessons/walk.ts'
import { readStep } from '../../web/build/step-variant.ts'
import { type ParsedProse, parseProse } from '../../web/build/parse-prose.ts'
import { readRegions } from '../../web/build/read-regions.ts'
import { codeProblems } from './code-problems.ts'
import { namesOf, unitsOf } from './prose-units.ts'
import { twinProblems } from './twin-problems.ts'

/** What has to be in a lesson's folder, and what it is. */
const FILES = {
  'lesson.ts': 'the manifest: servers, requests, pages',
  'en.md': 'what it says in English',
  'ko.md': 'what it says in Korean',
  'contract.ts': 'what its servers promise',
  'walk.ts': 'what is done on each page',
}

interface Folder {
  name: string
  lesson: Lesson
  /** By language; a language that cannot be read is not there. */
  prose: Partial<Record<'en' | 'ko', ParsedProse>>
  /** The checks of its code tasks, by their ids. */
  checks: Record<string, readonly CodeCheck[]>
}

/**
 * Looks through the lessons of a copy of this repository.
 *
 * @param root where the copy is.
 * @returns sentences, each beginning with the file that it is about; none where all is whole.
 */
export async function lessonProblems(root: string): Promise<string[]> {
  const problems: string[] = []
  const at = (...path: string[]) => join(root, 'lessons', ...path)
  const names = readdirSync(at()).filter((name) => /^\d/.test(name))
  problems.push(...namingProblems(names))

  const folders: Folder[] = []
  for (const name of names) {
    const missing = Object.entries(FILES).filter(([file]) => !existsSync(at(name, file)))
    problems.push(...missing.map(([file, what]) => `${name} has no ${file}: ${what}`))
    if (!existsSync(at(name, 'lesson.ts'))) continue
    const lesson = await defaultOf<Lesson>(at(name, 'lesson.ts'))
    if (!lesson) {
      problems.push(`${name}/lesson.ts exports no manifest by default`)
      continue
    }
    const prose: Folder['prose'] = {}
    for (const language of ['en', 'ko'] as const) {
      const file = `${name}/${language}.md`
      if (!existsSync(at(file))) continue
      try {
        prose[language] = parseProse(readFileSync(at(file), 'utf8'), file)
      } catch (error) {
        problems.push((error as Error).message)
      }
    }
    const hasChecks = existsSync(at(name, 'code.ts'))
    const checks = (hasChecks && (await defaultOf<Folder['checks']>(at(name, 'code.ts')))) || {}
    folders.push({ name, lesson, prose, checks })
  }

  for (const folder of folders) {
    const { name, lesson } = folder
    problems.push(...manifestProblems(folder, at), ...proseProblems(folder, folders, at))
    problems.push(...codeProblems(folder, at))
    problems.push(...twinProblems(lesson, (app) => fileOf(app, at), at))
    if (existsSync(at(name, 'walk.ts'))) {
      const walk = (await defaultOf<Step[]>(at(name, 'walk.ts'))) ?? []
      const pages = lesson.pages.map(({ id }) => id)
      const steps = walk.map(({ page }) => page)
      problems.push(...differences(`${name}/walk.ts`, 'a step for the page', pages, steps))
    }
    if (existsSync(at(name, 'contract.ts'))) {
      const contracts = (await defaultOf<Contract[]>(at(name, 'contract.ts'))) ?? []
      problems.push(...contractProblems(folder, contracts))
    }
  }
  return problems
}

async function defaultOf<Value>(file: string): Promise<Value | undefined> {
  const module = (await import(/* @vite-ignore */ file)) as { default?: Value }
  return module.default
}

function namingProblems(names: readonly string[]): string[] {
  const slugs = names.map((name) => name.replace(/^\d+-/, ''))
  const numbers = names.map((name) => Number.parseInt(name, 10))
  return names.flatMap((name, index) => [
    ...(/^\d+-[a-z][a-z0-9-]*$/.test(name)
      ? []
      : [`${name} is no name of a lesson: "<number>-<slug>", the slug in kebab-case`]),
    ...(slugs.indexOf(slugs[index]!) < index ? [`${name} has the slug of another lesson`] : []),
    ...(numbers.indexOf(numbers[index]!) < index
      ? [`${name} has the number of another lesson`]
      : []),
  ])
}

/** A manifest's names of itself, its apps, and what its pages and gates refer to. */
function manifestProblems({ name, lesson }: Folder, at: (path: string) => string): string[] {
  const file = `${name}/lesson.ts`
  const { slug, folder, servers, requests, firstRequest, pages } = lesson
  const problems: string[] = []
  const unless = (isSo: boolean, problem: string) => isSo || problems.push(`${file}${problem}`)

  unless(folder === name, ` says that its folder is "${folder}"`)
  unless(slug === name.replace(/^\d+-/, ''), ` has the slug "${slug}", and its folder another`)
  for (const [id, server] of Object.entries(servers)) {
    const app = fileOf(appOf(lesson, server), at)
    const isThere = existsSync(at(app))
    unless(isThere, `: the server "${id}" is ${app}, which is not there`)
    if (server.calls !== undefined) {
      unless(server.calls in servers, `: "${id}" calls "${server.calls}", which is no server of it`)
    }
    if (!isThere) continue
    const regions = regionsOf(at(app))
    for (const [route, gates] of Object.entries(server.gates)) {
      for (const { id: gate, region } of gates) {
        unless(
          region === undefined || regions.includes(region),
          `: gate "${gate}" of ${route} is in the region "${region}", which ${app} has not`,
        )
      }
    }
  }
  for (const [id, { server }] of Object.entries(requests)) {
    unless(server in servers, `: the request "${id}" goes to "${server}", which is no server of it`)
  }
  unless(firstRequest in requests, `: there is no request "${firstRequest}" to begin with`)
  for (const page of pages) {
    const asked = [
      ...('request' in page && page.request !== undefined ? [page.request] : []),
      ...partsOf(page).flatMap(({ needs }) => needs?.request ?? []),
    ]
    for (const id of asked) {
      unless(id in requests, `: page "${page.id}" has the request "${id}", which is not there`)
    }
  }
  return problems
}

/** What a text says too much or too little of, by the manifest, the sources and the other language. */
function proseProblems(
  { name, lesson, prose, checks: checksOf }: Folder,
  folders: readonly Folder[],
  at: (path: string) => string,
): string[] {
  return Object.entries(prose).flatMap(([language, text]) => {
    const file = `${name}/${language}.md`
    const said = Object.values(unitsOf(text)).join('\n')
    const compare = (what: string, wanted: readonly string[], found: readonly string[]) =>
      differences(file, what, wanted, found)
    const ids = (entries: readonly { id: string }[] = []) => entries.map(({ id }) => id)

    const shown = lesson.pages.filter(({ id }) => id in text.pages)
    const others = prose[language === 'ko' ? 'en' : 'ko']
    return [
      ...compare('the page', ids(lesson.pages), Object.keys(text.pages)),
      ...shown.flatMap((page) => {
        const { options, parts, checks, fails, ask, hints } = text.pages[page.id]!
        const checked = ids(page.kind === 'code' ? checksOf[page.id] : [])
        const isTask = page.kind !== 'reading'
        const asked = ask === undefined ? 'asks nothing' : 'asks something'
        const there = others?.pages[page.id]?.hints.length ?? hints.length
        return [
          ...compare(`on page "${page.id}" the option`, ids(optionsOf(page)), Object.keys(options)),
          ...compare(
            `on page "${page.id}" the part`,
            isTask ? ids(partsOf(page)) : [],
            Object.keys(parts),
          ),
          ...compare(`on page "${page.id}" the check`, checked, Object.keys(checks)),
          ...compare(`on page "${page.id}" the failure`, checked, Object.keys(fails)),
          ...(isTask === (ask !== undefined)
            ? []
            : [`${file}: page "${page.id}" ${asked}, and in lesson.ts it is a ${page.kind}`]),
          ...(language === 'ko' && there !== hints.length
            ? [`${file}: page "${page.id}" has ${hints.length} hints, and ${there} in en.md`]
            : []),
        ]
      }),
      ...compare(
        'the participant',
        lesson.flow?.participants ?? [],
        Object.keys(text.participants),
      ),
      ...compare('the flow step', ids(lesson.flow?.steps), Object.keys(text.flow)),
      ...compare('the attack', ids(lesson.attacks), Object.keys(text.attacks)),
      ...compare('the detector', ids(lesson.detectors), Object.keys(text.detectors)),
      ...differences(
        file,
        'the request',
        Object.keys(lesson.requests),
        namesOf('bp-request', said),
        'offers',
      ),
      ...regionProblems(file, said, lesson, language, folders, at),
    ]
  })
}

/** Regions that are spoken of and are nowhere, and regions of the lesson's own sources that nobody speaks of. */
function regionProblems(
  file: string,
  said: string,
  lesson: Lesson,
  language: string,
  folders: readonly Folder[],
  at: (path: string) => string,
): string[] {
  const servedBy = (one: Lesson) => [
    ...new Set(Object.values(one.servers).map((server) => fileOf(appOf(one, server), at))),
  ]
  const isOwn = (one: Lesson, app: string) => app.startsWith(`${one.folder}/`)
  const regionsIn = (apps: string[]) =>
    apps.filter((app) => existsSync(at(app))).flatMap((app) => regionsOf(at(app)))

  const served = regionsIn(servedBy(lesson))
  const spoken = namesOf('bp-region', said)
  const unknown = spoken.filter((region) => !served.includes(region))
  return [
    ...[...new Set(unknown)].map(
      (region) => `${file} speaks of the region "${region}", which no source of its servers has`,
    ),
    ...servedBy(lesson)
      .filter((app) => isOwn(lesson, app))
      .flatMap((app) => {
        // A lesson that serves another's source may speak of it in that one's place.
        const elsewhere = folders
          .filter((other) => other.lesson !== lesson && servedBy(other.lesson).includes(app))
          .flatMap((other) => {
            const own = regionsIn(servedBy(other.lesson).filter((one) => isOwn(other.lesson, one)))
            const text = other.prose[language as 'en' | 'ko']
            const names = text ? namesOf('bp-region', Object.values(unitsOf(text)).join('\n')) : []
            return names.filter((region) => !own.includes(region))
          })
        return regionsIn([app])
          .filter((region) => !spoken.includes(region) && !elsewhere.includes(region))
          .map((region) => `${file} does not speak of the region "${region}" of ${app}`)
      }),
  ]
}

/** Servers of the lesson's own that no row asks anything. */
function contractProblems({ name, lesson }: Folder, contracts: readonly Contract[]): string[] {
  const rows = contracts.flatMap((contract) => contract.rows)
  const root = `/lessons/${lesson.slug}/`
  const own = Object.entries(lesson.servers).filter(([, { app }]) => !app.includes('/'))
  const silent = own.filter(
    ([, { path }]) => !rows.some((row) => row.path.startsWith(`${root}${path}/`)),
  )
  return silent.map(([id]) => `${name}/contract.ts asks nothing of the server "${id}"`)
}

/** An app's file: a variant is a patch of the app beside it. */
const fileOf = (app: string, at: (path: string) => string) =>
  existsSync(at(`${app}.patch`)) ? `${app}.patch` : `${app}.ts`

const regionsOf = (file: string) =>
  readRegions(readStep(file).text).regions.map((region) => region.name)

const partsOf = (page: LessonPage) => ('parts' in page ? (page.parts ?? []) : [])

const optionsOf = (page: LessonPage) => (page.kind === 'predict' ? page.options : [])

/** What is missing, what is too much, and else whether the order is another one. */
function differences(
  file: string,
  what: string,
  wanted: readonly string[],
  found: readonly string[],
  verb: 'has' | 'offers' = 'has',
): string[] {
  const lacks = wanted.filter((id) => !found.includes(id))
  const extra = [...new Set(found.filter((id) => !wanted.includes(id)))]
  const isOrdered =
    verb === 'offers' || lacks.length + extra.length > 0 || wanted.join() === found.join()
  return [
    ...lacks.map((id) => `${file} lacks ${what} "${id}"`),
    ...extra.map((id) => `${file} ${verb} ${what} "${id}", which lesson.ts has not`),
    ...(isOrdered ? [] : [`${file} has another order than lesson.ts: ${what} ${found.join(', ')}`]),
  ]
}

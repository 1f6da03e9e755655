/** A lesson's servers to take home: a zip that runs with Node alone, with its contract as tests. */

import { strToU8, zipSync } from 'fflate'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import { titleOf } from '../lesson/load-lesson.ts'
import { casesOf } from './cases.ts'
import { type HomeServer, homeServers } from './home-servers.ts'
import { readme } from './readme.ts'
import { packageJson, serversTable, START, testFile, TSCONFIG } from './project-files.ts'
import { loadSources } from './load-sources.ts'

interface TakenHome {
  lesson: Lesson
  /** Id of the server that starts unless another is named. */
  server: string
  /**
   * The learner's own texts, by folder and file such as `4-jwt/app`, or of a security block `security/bearer.ts`; all
   * else is as shipped.
   */
  changed: Record<string, string>
  /** Of the README. */
  language: Language
}

/** When each file was changed, by any clock: the same sources make the same bytes. It is the first day a zip knows. */
const CHANGED_AT = '1980-01-01T00:00:00'

/** The name of the zip, and without its ending of the folder in it. */
export function fileNameOf(lesson: Lesson, server: string): string {
  const [first] = Object.keys(lesson.servers)
  const { name } = homeServers(lesson, server)[0]
  return `bearer-playground-${lesson.slug}${name === first ? '' : `-${name}`}.zip`
}

/**
 * Makes the zip.
 *
 * @throws Error where a part of it cannot be loaded.
 */
export async function takeHome({ lesson, server, changed, language }: TakenHome): Promise<Blob> {
  const servers = homeServers(lesson, server)
  const folder = fileNameOf(lesson, server).replace(/\.zip$/, '')
  const own = ownFiles(servers, changed)
  const { words } =
    language === 'ko' ? await import('./readme-ko.ts') : await import('./readme-en.ts')
  const title = titleOf(lesson.folder, language)
  const files = {
    'README.md': readme({ title, servers, changed: Object.keys(own) }, words),
    ...(await projectFiles(lesson, servers)),
    ...(await loadSources(servers.map(({ app }) => app))),
    ...own,
  }
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, strToU8(text)])
  const bytes = zipSync(Object.fromEntries(entries), { level: 9, mtime: CHANGED_AT })
  return new Blob([bytes], { type: 'application/zip' })
}

/** What makes a project of the sources, by path. */
async function projectFiles(
  lesson: Lesson,
  servers: readonly HomeServer[],
): Promise<Record<string, string>> {
  const cases = await casesOf(lesson, servers)
  return {
    'package.json': packageJson(lesson),
    'tsconfig.json': TSCONFIG,
    'start.ts': START,
    'servers.ts': serversTable(servers),
    'test/contract.test.ts': testFile(Object.keys(cases)),
    ...Object.fromEntries(
      Object.entries(cases).map(([name, text]) => [`test/${name}-cases.ts`, text]),
    ),
  }
}

/** The learner's own files beside the steps that go home, and their security blocks, by path. */
function ownFiles(
  servers: readonly HomeServer[],
  changed: Record<string, string>,
): Record<string, string> {
  const folders = new Set(['security', ...servers.map(({ app }) => app.split('/')[0]!)])
  return Object.fromEntries(
    Object.entries(changed)
      .filter(([file]) => folders.has(file.split('/')[0]!))
      .map(([file, text]) => [`${file.replace(/\.ts$/, '')}.ts`, text]),
  )
}

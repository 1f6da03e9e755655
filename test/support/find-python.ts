/** Finds a Python that has FastAPI, for the steps' twins, and installs one where that can be done unasked. */

import { execFileSync } from 'node:child_process'
import { installPackages, isProgram, onPath } from './find-program.ts'

/** What the twins and the program that serves them import. */
const IMPORTS = `
import bcrypt, fastapi, httpx, jose, passlib.hash, uvicorn
try:
    import python_multipart
except ImportError:  # Its name until version 0.0.13.
    import multipart.multipart
`

/** Debian's packages of the same. */
const PACKAGES = [
  'python3-fastapi',
  'python3-uvicorn',
  'python3-multipart',
  'python3-jose',
  'python3-passlib',
  'python3-bcrypt',
  'python3-httpx',
]

/** Debian's own, which is not first on every PATH, and has what Debian installs. */
const PLACES = ['/usr/bin/python3']

/**
 * The path of a Python with FastAPI: the one that `FASTAPI_PYTHON` names, or else one that is found or installed.
 *
 * The path is remembered in `FASTAPI_PYTHON`, empty where there is none; a line says then what is not tried.
 */
export function fastApiPython(): string | undefined {
  process.env['FASTAPI_PYTHON'] ??= found() ?? ((installPackages(...PACKAGES) && found()) || '')
  const path = process.env['FASTAPI_PYTHON'] || undefined
  if (!path) {
    console.error(
      'bearer-playground: no Python with FastAPI here, and none could be installed: the twins are not run (set FASTAPI_PYTHON to one)',
    )
  }
  return path
}

function found(): string | undefined {
  return [...onPath('python3'), ...PLACES].find((path) => isProgram(path) && hasModules(path))
}

function hasModules(python: string): boolean {
  try {
    execFileSync(python, ['-c', IMPORTS], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

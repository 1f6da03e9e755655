/**
 * Whether keys without Ctrl do something: who speaks to the machine, or misses a field, can turn them off
 * (WCAG 2.2, 2.1.4). Where nothing may be kept they stay on.
 */

import { BASE_PATH } from '../kit/base-url.ts'

/** Where it is kept that they are off. */
export const SINGLE_KEYS = `bearer-playground:${BASE_PATH}:keys`

export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(SINGLE_KEYS) === null
  } catch {
    return true
  }
}

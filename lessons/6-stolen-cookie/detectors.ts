/** The wrong turns people take in lesson 6: of those of lesson 5, what can go wrong between two logins. */

import { detectors as known } from '../5-two-servers/detectors.ts'
import type { Detector } from '../lesson.ts'

const IDS = ['upstream-late', 'still-stopped', 'header-to-client', 'login-as-json', 'unknown-user']

export const detectors: Detector[] = known.filter(({ id }) => IDS.includes(id))

/** The lessons in the order they are taught. */

import { firstSteps } from './1-first-steps/lesson.ts'
import { currentUser } from './2-current-user/lesson.ts'
import { passwordFlow } from './3-password-flow/lesson.ts'
import { jwt } from './4-jwt/lesson.ts'
import { twoServers } from './5-two-servers/lesson.ts'
import type { Lesson } from './lesson.ts'

export const lessons: readonly Lesson[] = [firstSteps, currentUser, passwordFlow, jwt, twoServers]

/** Where the page's parts find it. */
export type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'

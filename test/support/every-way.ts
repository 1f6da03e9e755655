/**
 * Whether each promise is to be proved in every way there is, and not in one alone: `EVERY_WAY=1 npm test` walks each
 * lesson twice, for instance, by ways that have nothing in common.
 */

export const everyWay = import.meta.env['EVERY_WAY'] === '1'

/**
 * How thorough a run is: with `EVERY_WAY=1 npm test` things are tried in more ways than one. Each lesson is walked twice
 * then, for instance, by ways that have nothing in common.
 */

export const everyWay = import.meta.env['EVERY_WAY'] === '1'

import { en } from '../../src/labels/en.js'
import { createFormatters, type ExportFormatters } from '../../src/labels/formatters.js'
import type { ExportCatalogue } from '../../src/labels/labels.js'

/** How much longer than English a text of a label gets: about as long as German or Finnish. */
const LONGER_BY = 0.4

/**
 * A language in which every text stands in marks and is 40 % longer: what is on screen without marks
 * comes from elsewhere, and what does not fit here does not fit in some language.
 */
export const pseudoLabels: ExportCatalogue = changed(en, (text) => `⟦${text}${longer(text)}⟧`)

/** Formats in English, in marks as well. */
export const pseudoFormatters: ExportFormatters = changed(
  createFormatters({ locale: 'en', timeZone: 'UTC' }),
  (text) => `⟦${text}⟧`,
)

/** What is left of a text when everything in marks is taken out, with all that stands in between. */
export function withoutMarked(text: string): string {
  const left = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  return left === text ? text : withoutMarked(left)
}

/** In pieces as long as words, so that lines can break. */
function longer(text: string): string {
  const marks = '~'.repeat(Math.ceil(text.length * LONGER_BY))
  return marks.replace(/.{1,8}/g, ' $&')
}

function changed<T>(value: T, change: (text: string) => string): T
function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value === 'function') {
    return (...args: unknown[]) => changed(Reflect.apply(value, undefined, args), change)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, changed(inner, change)]),
  )
}

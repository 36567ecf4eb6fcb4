import type { LabelOverrides } from 'react-export-jobs'
import { en } from 'react-export-jobs/locales/en'
import { catalogues } from './catalogues.js'
import { lengthen } from './longer-words.js'

/** English with words two fifths longer, by the tag that is kept for made-up accents. */
const LONGER_WORDS = 'en-XA'

/**
 * The words of a language, with a story's own over them. English needs none: the library speaks it by
 * itself.
 *
 * @param locale - BCP 47; where there is no catalogue for it, that of its language serves.
 */
export function labelsIn(locale: string, own: LabelOverrides = {}): LabelOverrides {
  if (locale === LONGER_WORDS) return layOver<LabelOverrides>(lengthen(en), own)
  const language = locale.replace(/-.*/, '')
  if (language === 'en') return own
  return layOver<LabelOverrides>(catalogues[locale] ?? catalogues[language] ?? {}, own)
}

/** Keys of the second replace those of the first, group by group. */
function layOver<Words extends object>(below: Words, above: Words): Words {
  const entries = Object.entries(above).map(([key, value]) => {
    const former: unknown = Reflect.get(below, key)
    return [key, isGroup(former) && isGroup(value) ? layOver(former, value) : value]
  })
  return { ...below, ...Object.fromEntries(entries) }
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

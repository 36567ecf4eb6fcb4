import type { LabelOverrides } from 'react-export-jobs'
import { CATALOGUES } from './catalogues.js'

/**
 * The words of a language, with a story's own over them.
 *
 * @param locale - BCP 47; where there is no catalogue for it, that of its language serves.
 */
export function labelsIn(locale: string, own: LabelOverrides = {}): LabelOverrides {
  const catalogue = CATALOGUES[locale] ?? CATALOGUES[locale.replace(/-.*/, '')] ?? {}
  return layOver(catalogue, own)
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

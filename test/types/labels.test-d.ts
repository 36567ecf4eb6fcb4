import { de } from '../../src/labels/de.js'
import type { ExportCatalogue, ExportLabels, LabelOverrides } from '../../src/labels/labels.js'
import { createCounted } from '../../src/labels/plural.js'

// a catalogue is whole, or no catalogue
const { pager, ...withoutPager } = de
// @ts-expect-error: a group is missing
export const short: ExportCatalogue = withoutPager
const { next, ...withoutNext } = pager
// @ts-expect-error: a word is missing
export const shorter: ExportLabels['pager'] = withoutNext

// what is not whole, and what is, may be laid over English
export const some: LabelOverrides = { pager: { next } }
export const all: LabelOverrides = de

// a language has all of its plural forms
const arabic = createCounted<Intl.LDMLPluralRule>('ar')
// @ts-expect-error: Arabic has a form for two
arabic({ zero: '#', one: '#', few: '#', many: '#', other: '#' })
// @ts-expect-error: most languages have a form for one
createCounted('de')({ other: '#' })

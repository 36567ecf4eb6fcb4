import type { ExportCatalogue } from 'react-export-jobs'
import { en } from 'react-export-jobs/locales/en'
import { lengthen } from './longer-words.js'

/**
 * The words of each language, by its tag. English needs none: the library speaks it by itself.
 * `en-XA` is English with words two fifths longer.
 */
export const CATALOGUES: Readonly<Record<string, ExportCatalogue>> = {
  'en-XA': lengthen(en),
}

import type { ExportCatalogue } from 'react-export-jobs'
import { de } from 'react-export-jobs/locales/de'
import { en } from 'react-export-jobs/locales/en'

/** The catalogue of each language, by its tag. */
export const catalogues: Readonly<Record<string, ExportCatalogue>> = { en, de }

import { englishPage } from './en-page.js'
import { englishRequest } from './en-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in English. */
export const en: ExportCatalogue = { ...englishPage, ...englishRequest }

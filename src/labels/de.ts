import { germanPage } from './de-page.js'
import { germanRequest } from './de-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in German (formal address). */
export const de: ExportCatalogue = { ...germanPage, ...germanRequest }

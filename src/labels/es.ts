import { spanishPage } from './es-page.js'
import { spanishRequest } from './es-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in Spanish (formal address). */
export const es: ExportCatalogue = { ...spanishPage, ...spanishRequest }

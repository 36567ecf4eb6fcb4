import { frenchPage } from './fr-page.js'
import { frenchRequest } from './fr-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in French (formal address). */
export const fr: ExportCatalogue = { ...frenchPage, ...frenchRequest }

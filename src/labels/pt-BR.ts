import type { ExportCatalogue } from './labels.js'
import { brazilianPage } from './pt-BR-page.js'
import { brazilianRequest } from './pt-BR-request.js'

/** Every word in Brazilian Portuguese. */
export const ptBR: ExportCatalogue = { ...brazilianPage, ...brazilianRequest }

import { arabicPage } from './ar-page.js'
import { arabicRequest } from './ar-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in Arabic. */
export const ar: ExportCatalogue = { ...arabicPage, ...arabicRequest }

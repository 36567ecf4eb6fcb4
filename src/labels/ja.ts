import { japanesePage } from './ja-page.js'
import { japaneseRequest } from './ja-request.js'
import type { ExportCatalogue } from './labels.js'

/** Every word in Japanese. */
export const ja: ExportCatalogue = { ...japanesePage, ...japaneseRequest }

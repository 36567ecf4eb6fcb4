import type { ExportCatalogue } from './labels.js'
import { chinesePage } from './zh-CN-page.js'
import { chineseRequest } from './zh-CN-request.js'

/** Every word in simplified Chinese. */
export const zhCN: ExportCatalogue = { ...chinesePage, ...chineseRequest }

import type { ExportCatalogue } from 'react-export-jobs'
import { ar } from 'react-export-jobs/locales/ar'
import { de } from 'react-export-jobs/locales/de'
import { en } from 'react-export-jobs/locales/en'
import { es } from 'react-export-jobs/locales/es'
import { fr } from 'react-export-jobs/locales/fr'
import { ja } from 'react-export-jobs/locales/ja'
import { ptBR } from 'react-export-jobs/locales/pt-BR'
import { zhCN } from 'react-export-jobs/locales/zh-CN'

/** The catalogue of each language, by its tag. */
export const catalogues: Readonly<Record<string, ExportCatalogue>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  ja,
  'zh-CN': zhCN,
  ar,
}

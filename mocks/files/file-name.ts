import type { JobDateRange } from '../../src/core/job.js'

/** What a file's name is made of. */
export interface NamedJob {
  /** Name that the person gave, or `null`. */
  readonly name: string | null
  /** Which report, or `null`. */
  readonly reportType: string | null
  /** The report period, or `null`. */
  readonly dateRange: JobDateRange | null
}

/** Names a job's file, without an extension: its own name, else the report type and the period. */
export function jobBaseName(job: NamedJob): string {
  if (job.name !== null) return job.name
  const period = [job.dateRange?.from, job.dateRange?.to].filter((day) => day != null)
  return [job.reportType ?? 'report', ...period].join('_')
}

/** Puts an extension to a name and takes out what file systems refuse. */
export function fileName(baseName: string, extension: string): string {
  const safe = Array.from(baseName, (character) => (isRefused(character) ? '_' : character))
  return `${safe.join('').trim() || 'report'}.${extension}`
}

/** The extension of a file name in lower case, or an empty text. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** A name without its extension. */
export function withoutExtension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? name : name.slice(0, dot)
}

/**
 * The header that makes a browser save a file under a name with any characters: a plain ASCII name
 * for old programs, and the real one as RFC 6266 spells it.
 */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

function isRefused(character: string): boolean {
  return character < ' ' || '/\\:*?"<>|'.includes(character)
}

import { fileName } from './file-name.js'
import type { ReportRow } from './rows.js'

/** What a report's file shows besides its rows. */
export interface ReportHead {
  /** File name without extension, for files inside an archive. */
  readonly baseName: string
  /** Title of the report. */
  readonly title: string
  /** The period in words, or `null`. */
  readonly period: string | null
  /** Instant at which it was made, in epoch milliseconds. */
  readonly madeAt: number
}

/** A generated file. */
export interface GeneratedFile {
  /** File name with extension. */
  readonly filename: string
  /** Media type. */
  readonly contentType: string
  /** What it holds. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const

/** A file format that the mock backend can write. */
export type WritableFormat = keyof typeof CONTENT_TYPES

/** Every format that the mock backend can write. */
export const WRITABLE_FORMATS: readonly WritableFormat[] = ['csv', 'json', 'pdf', 'xlsx', 'zip']

/** Tells whether the mock backend can write a format. */
export function isWritableFormat(format: string): format is WritableFormat {
  return format in CONTENT_TYPES
}

/** The media type of a format. */
export function contentTypeOf(format: WritableFormat): string {
  return CONTENT_TYPES[format]
}

/**
 * Writes rows in one format. Each writer is loaded when it is first needed, so that a bundle keeps
 * them in chunks of their own.
 */
export async function writeRows(
  format: WritableFormat,
  rows: readonly ReportRow[],
  head: ReportHead,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      return Uint8Array.from((await import('./write-csv.js')).writeCsv(rows))
    case 'json':
      return Uint8Array.from((await import('./write-json.js')).writeJson(rows, head))
    case 'pdf':
      return Uint8Array.from((await import('./write-pdf.js')).writePdf(rows, head))
    case 'xlsx':
      return Uint8Array.from(await (await import('./write-xlsx.js')).writeXlsx(rows, head))
    case 'zip':
      return packFiles(
        [{ name: fileName(head.baseName, 'csv'), bytes: await writeRows('csv', rows, head) }],
        head.madeAt,
      )
  }
}

/** Packs files into one ZIP. */
export async function packFiles(
  entries: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  modifiedAt: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from((await import('./zip.js')).zip(entries, modifiedAt))
}

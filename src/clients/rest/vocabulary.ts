import { EXPORT_STATUSES, type ExportStatus } from '../../core/status.js'

/** Both ways between a backend's words and ours. */
export interface Vocabulary {
  /** Reads a status word; a word nobody knows is `unknown`. */
  readStatus(word: string): { readonly status: ExportStatus; readonly statusText: string | null }
  /** Reads a file format, in lower case. */
  readFormat(word: string): string
  /** The backend's words for these statuses. */
  writeStatuses(statuses: readonly ExportStatus[]): readonly string[]
  /** The backend's words for these formats. */
  writeFormats(formats: readonly string[]): readonly string[]
  /** The statuses that the backend has, or `null` when its words were not told. */
  readonly statuses: readonly ExportStatus[] | null
}

/** Makes a vocabulary of two maps from the backend's words to ours. */
export function createVocabulary(
  statusMap: Readonly<Record<string, ExportStatus>> | undefined,
  formatMap: Readonly<Record<string, string>> | undefined,
): Vocabulary {
  const statuses = new Map(Object.entries(statusMap ?? {}))
  const formats = new Map(Object.entries(formatMap ?? {}))
  return {
    readStatus(word) {
      const status = statuses.get(word) ?? ownStatus(word)
      return { status, statusText: word === status ? null : word }
    },
    readFormat: (word) => (formats.get(word) ?? word).toLowerCase(),
    writeStatuses: (wanted) =>
      wanted
        .filter((status) => status !== 'unknown')
        .flatMap((status) => wordsFor(status, statuses)),
    writeFormats: (wanted) => wanted.flatMap((format) => wordsFor(format, formats)),
    statuses:
      statusMap === undefined
        ? null
        : EXPORT_STATUSES.filter(
            (status) => status !== 'unknown' && [...statuses.values()].includes(status),
          ),
  }
}

function ownStatus(word: string): ExportStatus {
  return EXPORT_STATUSES.find((status) => status === word.toLowerCase()) ?? 'unknown'
}

function wordsFor(meaning: string, words: ReadonlyMap<string, string>): readonly string[] {
  const found = [...words].filter(([, value]) => value === meaning).map(([word]) => word)
  return found.length === 0 ? [meaning] : found
}

import { type Zippable, zipSync } from 'fflate'

/** One file inside an archive. */
export interface ZipEntry {
  /** Path inside the archive. */
  readonly name: string
  /** What it holds. */
  readonly bytes: Uint8Array
}

/**
 * Packs files into a ZIP, the same bytes for the same files.
 *
 * @param modifiedAt - Instant noted for every entry, in epoch milliseconds; ZIP knows 1980 to 2099.
 */
export function zip(entries: readonly ZipEntry[], modifiedAt: number): Uint8Array {
  const archive: Zippable = {}
  const taken = new Set<string>()
  for (const { name, bytes } of entries) archive[freeName(name, taken)] = bytes
  return zipSync(archive, { mtime: asLocalDate(modifiedAt) })
}

/** ZIP notes local times: this date's local reading is the instant's UTC reading on any machine. */
function asLocalDate(instant: number): Date {
  const date = new Date(instant)
  return new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  )
}

function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1)
    free = name.replace(/(\.[^.]*)?$/, ` (${count})$1`)
  taken.add(free)
  return free
}

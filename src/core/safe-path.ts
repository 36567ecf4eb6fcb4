/** Longest name of a file or folder in bytes of UTF-8: the limit of the common file systems. */
export const MAX_SEGMENT_BYTES = 255

/**
 * Longest path in bytes of UTF-8. macOS refuses paths of 1,024 bytes and object stores keys beyond
 * that; what is left is for the folder into which the file is unpacked.
 */
export const MAX_PATH_BYTES = 900

/** Most names in one path, folders and file together, so that each keeps at least 44 bytes. */
export const MAX_PATH_SEGMENTS = 20

/** What is a separator somewhere, looks like one, or folds to a text with one (NFKC). */
export const SEPARATORS =
  /[\\/\u2044\u2100\u2101\u2105\u2106\u2215\u2216\u2571\u2572\u27cb\u27cd\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c]/g

/** How much of a long name's end stays: its number and its extension. */
const TAIL_BYTES = 32

// with the percent sign go all encoded characters, and variables such as %TEMP%; private-use
// characters stand for reserved ones where Unix tools write to Windows disks
const INVALID = /[<>:"|?*%\ufe6a\uff05\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Runs of dots and of what folds to dots. */
const DOTS = /[.\u2024-\u2026\ufe19\ufe52\uff0e]+/g

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i

/**
 * Makes a text one harmless name of a file or folder: no separators, no `..`, nothing reserved or
 * invisible, in Unicode's composed form (NFC). Never empty; not shortened, see {@link joinSafePath}.
 */
export function cleanSegment(text: string): string {
  const clean = text
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFC')
    .replace(SEPARATORS, '_')
    .replace(INVALID, '_')
    .replace(DOTS, '.')
    .trimStart()
  // a loop, because /[\s.]+$/ takes quadratic time on a long run of spaces inside
  let end = clean.length
  while (end > 0 && /[\s.]/.test(clean.charAt(end - 1))) end -= 1
  const name = clean.slice(0, end)
  return name === '' || DEVICE.test(name) ? `_${name}` : name
}

/**
 * Joins clean names into a relative path within the limits. Too long a name loses its middle, so
 * that number and extension stay; too long a path shortens its longest names.
 *
 * @param segments - At most {@link MAX_PATH_SEGMENTS} names made by {@link cleanSegment}.
 */
export function joinSafePath(segments: readonly string[]): string {
  const sizes = segments.map(byteLength)
  let limit = MAX_SEGMENT_BYTES
  const total = () => sizes.reduce((sum, size) => sum + Math.min(size, limit) + 1, -1)
  while (total() > MAX_PATH_BYTES) limit -= 1
  const path = segments.map((segment) => shorten(segment, limit)).join('/')
  return path.replace(/^~/, '_')
}

/** Counts a text's bytes in UTF-8; of a surrogate pair, each half has two. */
export function byteLength(text: string): number {
  return text.replace(/[\u0800-\ud7ff\ue000-\uffff]/g, '...').replace(/[\u0080-\uffff]/g, '..')
    .length
}

function shorten(name: string, limit: number): string {
  if (byteLength(name) <= limit) return name
  const room = limit - TAIL_BYTES - 1
  const head = firstBytes([...name.slice(0, room)], room)
  const tail = firstBytes([...name.slice(-TAIL_BYTES)].reverse(), TAIL_BYTES).reverse()
  return [...head, '_', ...tail].join('')
}

/** Of as many UTF-16 units, the characters that fit; half a pair at the end never does. */
function firstBytes(characters: readonly string[], bytes: number): string[] {
  let room = bytes
  return characters.filter((character) => {
    room -= byteLength(character)
    return room >= 0
  })
}

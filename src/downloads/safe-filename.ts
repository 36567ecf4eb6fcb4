const CONTROL_OR_BIDI = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const RESERVED_CHARACTERS = /[<>:"|?*]/g
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Makes a suggested file name safe: no path parts, no control or bidirectional characters, no reserved
 * names, no trailing dots or spaces.
 *
 * @returns The cleaned name, or `null` when nothing is left of it.
 */
export function cleanFilename(name: string): string | null {
  const visible = name.replace(CONTROL_OR_BIDI, '')
  const last = visible.split(/[/\\]/).at(-1) ?? ''
  const cleaned = last
    .replace(RESERVED_CHARACTERS, '_')
    .replace(/[. ]+$/, '')
    .trim()
  if (cleaned === '' || cleaned === '.' || cleaned === '..') return null
  return DEVICE_NAME.test(cleaned) ? `_${cleaned}` : cleaned
}

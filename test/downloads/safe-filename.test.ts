import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFilename } from '../../src/downloads/safe-filename.js'

const ATTACKS = [...'./\\:%~ \u0000\u202e\u200b\uff0f\u2044'].map(
  (text) => text.codePointAt(0) ?? 0,
)

/** Any code points, halves of pairs too; those that names are attacked with more often. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(...ATTACKS)), {
    maxLength: 40,
  })
  .map((points) => String.fromCodePoint(...points))

describe("a file's suggested name", () => {
  it.each([
    ['report.zip', 'report.zip'],
    ['October 2026 – Überblick.xlsx', 'October 2026 – Überblick.xlsx'],
    ['東京の納品.csv', '東京の納品.csv'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\Windows\\system.ini', 'system.ini'],
    ['C:\\reports\\october.csv', 'october.csv'],
    ['/absolute/path.pdf', 'path.pdf'],
    ['mixed\\path/name.csv', 'name.csv'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\u2066left\u2069\u200f.csv', 'left.csv'],
    ['re\u0000po\u001brt\u007f.csv', 'report.csv'],
    ['line\r\nbreak.csv', 'linebreak.csv'],
    ['zero\u200bwidth.csv', 'zerowidth.csv'],
    ['a<b>c:d"e|f?g*.csv', 'a_b_c_d_e_f_g_.csv'],
    ['CON', '_CON'],
    ['nul.csv', '_nul.csv'],
    ['lpt1.tar.gz', '_lpt1.tar.gz'],
    ['report.csv. . ', 'report.csv'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFilename(name)).toBe(clean)
  })

  it.each(['', '   ', '.', '..', '/', 'folder/', '\u202e', '\u0000', '..\\'])(
    'is nothing when nothing is left of %j',
    (name) => {
      expect(cleanFilename(name)).toBeNull()
    },
  )

  it('is one harmless name, whatever a backend sends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = cleanFilename(text)
        if (name === null) return
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]/u)
        expect(name).not.toMatch(/^\.+$|^\s|[\s.]$/)
        expect(cleanFilename(name)).toBe(name)
      }),
    )
  })
})

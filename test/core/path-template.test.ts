import { describe, expect, it } from 'vitest'
import {
  PATH_TEMPLATE_VARIABLES,
  type PathTemplateErrorCode,
  type PathTemplateValues,
  parsePathTemplate,
  renderPathTemplate,
} from '../../src/core/path-template.js'

const VALUES: PathTemplateValues = {
  WORKFLOW_NAME: 'Knee study',
  WORKFLOW_ORDER_NAME: '8492192',
  CASE_ID: '77',
  CASE_SHORT_ID: 'K7',
  CASE_EXTERNAL_ID: '3112442',
  CASE_EXTERNAL_ID_PADDED: '000003112442',
  FILE_UUID: 'b0c1',
  FILE_COUNT: '1',
  FILE_EXT: '.jpg',
  ORIGINAL_FILENAME: 'scan.jpg',
  FILENAME: '000003112442_8492192_1.jpg',
}

/** The mistakes of a text as `code: the marked part`. */
function mistakes(text: string): readonly string[] {
  const result = parsePathTemplate(text)
  if (result.ok) return []
  return result.errors.map(
    ({ code, index, length }) => `${code}: ${text.slice(index, index + length)}`,
  )
}

/** The path of one file; the template must have no mistakes. */
function render(text: string, values: Partial<PathTemplateValues> = {}): string {
  const result = parsePathTemplate(text)
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.errors)}`)
  return renderPathTemplate(result.template, { ...VALUES, ...values })
}

/** The path of a file in a template of one variable. */
const named = (name: string) => render('{{ CASE_ID }}', { CASE_ID: name })

describe('a template', () => {
  it('puts values into folders and a file name', () => {
    expect(render('{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}')).toBe(
      '8492192/3112442/000003112442_8492192_1.jpg',
    )
  })

  it('knows eleven variables', () => {
    expect(PATH_TEMPLATE_VARIABLES).toHaveLength(11)
    for (const name of PATH_TEMPLATE_VARIABLES) {
      expect(render(`a{{${name}}}b`)).toBe(`a${VALUES[name]}b`)
    }
  })

  it('takes any space around a name, also none', () => {
    expect(render('{{CASE_ID}}-{{  CASE_ID\t}}-{{\nCASE_ID }}')).toBe('77-77-77')
  })

  it.each(['', ' ', '\t\n'])('stands for the default name when blank: %j', (text) => {
    expect(render(text)).toBe('000003112442_8492192_1.jpg')
  })

  it('keeps its text and its names', () => {
    const text = 'Case {{ CASE_ID }}/{{ FILENAME }}'
    expect(parsePathTemplate(text)).toEqual({
      ok: true,
      template: { text, segments: ['Case {{ CASE_ID }}', '{{ FILENAME }}'] },
    })
  })

  it.each([
    ['{ a }/$b/100 $', '{ a }/$b/100 $'],
    ['ab:c/<d>|"e"?*', 'ab_c/_d___e___'],
    ['100%/x', '100_/x'],
    ['a\\b', 'a_b'],
    ['a%2Fb', 'a_2Fb'],
    ['a\u2215b\uff0fc', 'a_b_c'],
    ['CON/{{ FILENAME }}', '_CON/000003112442_8492192_1.jpg'],
    ['Acme Inc. /x', 'Acme Inc/x'],
    ['.hidden/~a', '.hidden/~a'],
    ['.a./x', '.a/x'],
  ])('replaces what a path cannot have: %j', (text, path) => {
    expect(mistakes(text)).toEqual([])
    expect(render(text)).toBe(path)
  })
})

describe('a mistake', () => {
  it.each<[PathTemplateErrorCode, string, string]>([
    ['tag', '{% if a %}/x', '{% if a %}'],
    ['tag', 'a/{%- x', '{%- x'],
    ['filter', '{{ FILENAME | upcase }}', '| upcase'],
    ['filter', 'a/{{FILENAME|a|b}}', '|a|b'],
    ['token', 'a/\u0024{TOKEN}', '\u0024{TOKEN}'],
    ['token', 'a/\u0024{{ CASE_ID }}/b', '\u0024{{ CASE_ID }}'],
    ['token', 'a/\u0024{', '\u0024{'],
    ['unknown_variable', 'a/{{ NOPE }}', 'NOPE'],
    ['unknown_variable', '{{ filename }}', 'filename'],
    ['unknown_variable', '{{ FILE NAME }}', 'FILE NAME'],
    ['unknown_variable', '{{- FILENAME -}}', '- FILENAME -'],
    ['unknown_variable', '{{ CASE_ID/.. }}', 'CASE_ID/..'],
    ['unknown_variable', '{{{ CASE_ID }}}', '{ CASE_ID'],
    ['unknown_variable', '{{ constructor }}', 'constructor'],
    ['empty_braces', 'a{{}}b', '{{}}'],
    ['empty_braces', 'a{{  }}b', '{{  }}'],
    ['unclosed_braces', 'a/{{ FILENAME', '{{'],
    ['unclosed_braces', 'a/{{ CASE_ID }/x', '{{'],
    ['unopened_braces', 'a/{ FILENAME }}', '}}'],
    ['absolute_path', '/etc/{{ FILENAME }}', '/'],
    ['absolute_path', ' /etc', '/'],
    ['absolute_path', '/', '/'],
    ['absolute_path', '//server/share', '//'],
    ['absolute_path', '\\temp', '\\'],
    ['absolute_path', '\\\\server\\share', '\\\\'],
    ['absolute_path', '\\\\?\\C:\\x', '\\\\'],
    ['absolute_path', 'C:', 'C:'],
    ['absolute_path', 'c:\\temp', 'c:\\'],
    ['absolute_path', 'C:/temp', 'C:/'],
    ['absolute_path', 'C:temp', 'C:'],
    ['absolute_path', '\uff23\uff1atemp', '\uff23\uff1a'],
    ['absolute_path', '~/x', '~/'],
    ['absolute_path', '~root/x', '~'],
    ['absolute_path', '%2Fetc', '%2F'],
    ['absolute_path', '%252fetc', '%252f'],
    ['absolute_path', '%5c%5cserver', '%5c%5c'],
    ['absolute_path', '%7e/x', '%7e/'],
    ['absolute_path', 'C%3A/x', 'C%3A/'],
    ['absolute_path', '\uff0fetc', '\uff0f'],
    ['absolute_path', '\u2215etc', '\u2215'],
    ['absolute_path', '\u29f5etc', '\u29f5'],
    ['absolute_path', '\u200b/etc', '/'],
    ['parent_folder', '..', '..'],
    ['parent_folder', '../x', '..'],
    ['parent_folder', 'a/../b', '..'],
    ['parent_folder', 'a/..', '..'],
    ['parent_folder', 'a\\..\\b', '..'],
    ['parent_folder', 'a/.../b', '...'],
    ['parent_folder', '..{{ CASE_ID }}', '..'],
    ['parent_folder', 'a/%2e%2e/b', '%2e%2e'],
    ['parent_folder', 'a/%2E./b', '%2E.'],
    ['parent_folder', 'a/%252e%25252e/b', '%252e%25252e'],
    ['parent_folder', 'a/..%2fb', '..'],
    ['parent_folder', 'a/\uff0e\uff0e/b', '\uff0e\uff0e'],
    ['parent_folder', 'a/\u2024./b', '\u2024.'],
    ['parent_folder', 'a/\u2025/b', '\u2025'],
    ['parent_folder', 'a/\u2026/b', '\u2026'],
    ['parent_folder', 'a/.\u200b./b', '.\u200b.'],
    ['parent_folder', 'a/.\u202e./b', '.\u202e.'],
    ['parent_folder', 'a/. ./b', '. .'],
    ['dot_segment', './x', '.'],
    ['dot_segment', 'a/./b', '.'],
    ['dot_segment', 'a/. /b', '. '],
    ['dot_segment', 'a/%2e', '%2e'],
    ['empty_segment', 'a//b', '/'],
    ['empty_segment', 'a/  /b', '  '],
    ['empty_segment', 'a/\u200b/b', '\u200b'],
    ['empty_segment', '\u200b', '\u200b'],
    ['trailing_slash', '{{ CASE_ID }}/', '/'],
    ['segment_too_long', `a/${'b'.repeat(256)}/c`, 'b'.repeat(256)],
    ['segment_too_long', '\u20ac'.repeat(86), '\u20ac'.repeat(86)],
    ['segment_too_long', '\ue000'.repeat(86), '\ue000'.repeat(86)],
    ['segment_too_long', '\u{1f600}'.repeat(64), '\u{1f600}'.repeat(64)],
    ['too_many_folders', `${'a/'.repeat(20)}b`, 'b'],
  ])('is told as %s and marked in %j', (code, text, marked) => {
    expect(mistakes(text)).toEqual([`${code}: ${marked}`])
  })

  it('is counted in UTF-16 units', () => {
    expect(parsePathTemplate('\u{1f600}/{{ X }}')).toEqual({
      ok: false,
      errors: [{ code: 'unknown_variable', index: 6, length: 1 }],
    })
  })

  it('does not hide the next one', () => {
    expect(mistakes('/{{ A }}/../{{}}//{{ FILENAME | x }}/{% y %}/')).toEqual([
      'absolute_path: /',
      'unknown_variable: A',
      'parent_folder: ..',
      'empty_braces: {{}}',
      'empty_segment: /',
      'filter: | x',
      'tag: {% y %}',
      'trailing_slash: /',
    ])
  })

  it('leaves names at the limits alone', () => {
    expect(mistakes('b'.repeat(255))).toEqual([])
    expect(mistakes(`${'b'.repeat(255)}{{ CASE_ID }}`)).toEqual([])
    expect(mistakes(`${'a/'.repeat(19)}b`)).toEqual([])
  })

  it.each(['/', '{{', '{{a', '{', '%25', '. ', ' .', '..', '\u200b', '\u0024{', '{%', '}', 'a'])(
    'in a text of millions is its length: %j',
    (piece) => {
      const text = `a${piece.repeat(5_000_000)}`
      expect(parsePathTemplate(text)).toEqual({
        ok: false,
        errors: [{ code: 'template_too_long', index: 4_096, length: text.length - 4_096 }],
      })
    },
  )

  it('is looked for in 4,096 characters', () => {
    const text = `${'{{ CASE_ID }}'.repeat(314)}${'..'.padStart(14, 'a')}`
    expect(text).toHaveLength(4_096)
    expect(mistakes(text)).toEqual(['parent_folder: ..'])
    expect(mistakes(`${text}b`)).toEqual(['template_too_long: b'])
  })
})

describe('a value', () => {
  it.each([
    ['a/b', 'a_b'],
    ['a\\b', 'a_b'],
    ['../../etc/passwd', '._._etc_passwd'],
    ['..\\..\\x', '._._x'],
    ['/etc', '_etc'],
    ['\\\\server\\share', '__server_share'],
    ['C:\\x', 'C__x'],
    ['~/x', '__x'],
    ['~root', '_root'],
    ['%2e%2e%2fx', '_2e_2e_2fx'],
    ['%252e', '_252e'],
    ['\uff0e\uff0e\uff0fx', '._x'],
    ['a\u2044b\u2215c\u2571d\u29f8e\uff0ff\u2100', 'a_b_c_d_e_f_'],
    ['a\u2216b\u2572c\u29f5d\u29f9e\ufe68f\uff3c', 'a_b_c_d_e_f_'],
    ['\ud800a\udfff', '_a_'],
    ['a\u0000b\nc\td\u007fe\u0085f\u2028g', 'a_b_c_d_e_f_g'],
    ['<a>:"b"|?*', '_a___b____'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['a\u200bb\ufeffc\u2066d\u00ade', 'abcde'],
    ['\uf05c\uf02f', '__'],
    ['e\u0301', '\u00e9'],
    ['e\u200b\u0301', '\u00e9'],
    ['a..b...c', 'a.b.c'],
    ['Photos\u2026', 'Photos'],
    ['name. . .', 'name'],
    [' \u3000name \u00a0', 'name'],
    ['.htaccess', '.htaccess'],
    ['', '_'],
    ['   ', '_'],
    ['.', '_'],
    ['..', '_'],
    ['. . .', '_'],
    ['\u2026', '_'],
    ['\u200b', '_'],
    ['$& $1 {{ CASE_ID }}', '$& $1 {{ CASE_ID }}'],
  ])('is made harmless and adds no folder: %j', (value, path) => {
    expect(named(value)).toBe(path)
    expect(render('a/{{ CASE_ID }}/b', { CASE_ID: value }).split('/')).toHaveLength(3)
  })

  it.each([
    ...['CON', 'con', 'PRN', 'AUX', 'NUL', 'nul.txt', 'NUL .txt', 'NUL.tar.gz', 'COM1', 'LPT9.x'],
    ...['COM\u00b9', 'lpt\u00b3.txt', 'COM0', 'CONIN$', 'conout$.log'],
  ])('cannot be a Windows device: %j', (value) => {
    expect(named(value)).toBe(`_${value}`)
  })

  it.each(['CONSOLE', 'NULL.txt', 'COM10', 'my.con', 'auxiliary', 'COM'])(
    'may begin like a device: %j',
    (value) => {
      expect(named(value)).toBe(value)
    },
  )

  it('makes no device, home folder or parent together with its neighbours', () => {
    expect(render('C{{ CASE_ID }}', { CASE_ID: 'ON' })).toBe('_CON')
    expect(render('{{ CASE_ID }}~/x', { CASE_ID: '' })).toBe('_/x')
    expect(render('.{{ CASE_ID }}./x', { CASE_ID: '' })).toBe('_/x')
    expect(render('{{ CASE_ID }}{{ FILE_EXT }}', { CASE_ID: '.', FILE_EXT: '.' })).toBe('_')
    expect(render('%{{ CASE_ID }}', { CASE_ID: '2e' })).toBe('_2e')
  })

  it('puts one dot before the extension when the template adds a second', () => {
    expect(render('{{ CASE_ID }}.{{ FILE_EXT }}')).toBe('77.jpg')
  })

  it('keeps letters, signs and emoji of all languages', () => {
    const name = '\u60a3\u8005\uff1a\u00bd \u0645\u0631\u064a\u0636 \u{1f600} #1 (a) [b] & c;d=e+f'
    expect(named(name)).toBe(name)
  })
})

describe('a long path', () => {
  const bytes = (text: string) => Buffer.byteLength(text)

  it('shortens a name to 255 bytes and keeps its end', () => {
    const name = named(`${'a'.repeat(10_000)}_12.jpeg`)
    expect(bytes(name)).toBe(255)
    expect(name).toMatch(/^a+_a+_12\.jpeg$/)
  })

  it.each(['\u00e9', '\u20ac', '\u{1f600}', '\u{1f600}a'])(
    'cuts between characters: %j',
    (text) => {
      for (const extension of ['.jpg', '.jpeg', '.abcde', '']) {
        const name = named(text.repeat(3_000) + extension)
        expect(bytes(name)).toBeLessThanOrEqual(255)
        expect(bytes(name)).toBeGreaterThan(247)
        expect(name.endsWith(extension)).toBe(true)
        expect(name).not.toMatch(/\p{Cs}/u)
      }
    },
  )

  it('leaves 255 bytes alone', () => {
    expect(named(`${'\u00e9'.repeat(127)}x`)).toBe(`${'\u00e9'.repeat(127)}x`)
  })

  it('shortens the longest names of a path beyond 900 bytes', () => {
    const path = render(`{{ CASE_ID }}/${'{{ WORKFLOW_NAME }}/'.repeat(5)}{{ FILENAME }}`, {
      WORKFLOW_NAME: 'w'.repeat(200),
      FILENAME: `${'f'.repeat(300)}_1.jpg`,
    })
    expect(bytes(path)).toBeGreaterThan(880)
    expect(bytes(path)).toBeLessThanOrEqual(900)
    const names = path.split('/')
    expect(names).toHaveLength(7)
    expect(names[0]).toBe('77')
    expect(names[6]).toMatch(/^f+_f+_1\.jpg$/)
  })

  it('rather stays under 900 bytes than goes one over', () => {
    const names = '{{ WORKFLOW_NAME }}/'.repeat(10)
    const path = render(`${names}{{ WORKFLOW_NAME }}`, { WORKFLOW_NAME: 'w'.repeat(100) })
    expect(bytes(path)).toBe(11 * 80 + 10)
  })

  it('keeps number and extension in the deepest folder', () => {
    const path = render(`${'{{ WORKFLOW_NAME }}/'.repeat(19)}{{ FILENAME }}`, {
      WORKFLOW_NAME: '\u20ac'.repeat(10_000),
      FILENAME: `${'\u20ac'.repeat(10_000)}_1234.geojson`,
    })
    expect(bytes(path)).toBeLessThanOrEqual(900)
    expect(path.split('/')).toHaveLength(20)
    expect(path.endsWith('_1234.geojson')).toBe(true)
  })
})

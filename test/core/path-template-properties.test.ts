import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  PATH_TEMPLATE_VARIABLES,
  type PathTemplateValues,
  parsePathTemplate,
  renderPathTemplate,
} from '../../src/core/path-template.js'
import { findPathCollisions, pathTemplateValues } from '../../src/core/path-template-files.js'
import { cleanSegment } from '../../src/core/safe-path.js'

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const FUZZ = { numRuns: RUNS }
vi.setConfig({ testTimeout: 5_000 + RUNS * 5 })

/** What attackers, copied text and typing mistakes are made of. */
const nasty = fc.constantFrom(
  ...[
    '/',
    '\\',
    '.',
    '..',
    '../',
    '..\\',
    '~',
    'C:',
    ':',
    '//',
    '\\\\server\\',
    ' ',
    '. ',
    '%',
    '$',
  ],
  ...[
    '%2e',
    '%2E%2e',
    '%252e',
    '%2f',
    '%5C',
    '%c0%ae',
    '%u002e',
    '2e',
    '%00',
    '\u0000',
    '\n',
    '\t',
  ],
  ...['\uff0e', '\u2024', '\u2025', '\u2026', '\ufe52', '\uff0f', '\u2215', '\u2044', '\u29f5'],
  ...['\uff3c', '\u2100', '\uff05', '\u200b', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u2028'],
  ...['\ud800', '\udc00', '\uf05c', '\u0301', '\u0338', '<', '>', '"', '|', '?', '*', '\u3000'],
  ...[
    'CON',
    'nul',
    'COM1',
    'lpt\u00b9',
    'aux.',
    'name',
    '.jpg',
    'a',
    '\u00e9',
    '\u{1f600}',
    '\ufa6c',
  ],
)
const text = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)
const long = fc
  .tuple(text, fc.integer({ min: 1, max: 10_000 }), text)
  .map(([piece, length, end]) => piece.padEnd(length, piece || 'x').slice(0, 10_000) + end)
const value = fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: long })
const values: fc.Arbitrary<PathTemplateValues> = fc.record({
  WORKFLOW_NAME: value,
  WORKFLOW_ORDER_NAME: value,
  CASE_ID: value,
  CASE_SHORT_ID: value,
  CASE_EXTERNAL_ID: value,
  CASE_EXTERNAL_ID_PADDED: value,
  FILE_UUID: value,
  FILE_COUNT: value,
  FILE_EXT: value,
  ORIGINAL_FILENAME: value,
  FILENAME: value,
})

const variable = fc.constantFrom(...PATH_TEMPLATE_VARIABLES).map((name) => `{{ ${name} }}`)
const word = fc.constantFrom(
  'a',
  'Case ',
  '-',
  '_',
  'v1.2',
  '.',
  '\u00e9',
  '\u20ac',
  ':',
  'CON',
  '~',
  '%',
)
const name = fc.array(fc.oneof(variable, variable, word), { minLength: 1, maxLength: 4 })
/** Mostly right. */
const plausible = fc
  .array(
    name.map((pieces) => pieces.join('')),
    { minLength: 1, maxLength: 20 },
  )
  .map((names) => names.join('/'))
/** Mostly wrong. */
const broken = fc
  .array(
    fc.oneof(
      variable,
      nasty,
      fc.constantFrom('{{', '}}', '{%', '%}', '\u0024{', '}', '{', '|', '/', '{{}}', '{{ x }}'),
      text,
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
const template = fc.oneof(plausible, broken, text, long)

/** Undoes what programs on the way may undo: encodings, folding of look-alikes. */
function unmasked(path: string): string {
  const next = path
    .normalize('NFKC')
    .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return next === path ? path : unmasked(next)
}

const DEVICES = new Set(
  ['con', 'prn', 'aux', 'nul', 'conin$', 'conout$'].concat(
    [...'0123456789\u00b9\u00b2\u00b3'].flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
  ),
)

/** Node puts `.\\` before a name that is a device but for one more letter, such as `nul_`. */
function simplestOnWindows(path: string): string {
  return win32.normalize(path).replace(/^\.\\/, '').replaceAll('\\', '/')
}

/** All that a path must be, told with other means than the ones that made it. */
function problemsOf(path: string): readonly string[] {
  const names = path.split('/')
  const plain = unmasked(path)
  const root = '/a/b'
  const checks: Readonly<Record<string, boolean>> = {
    'is empty': path === '',
    'is absolute': posix.isAbsolute(path) || win32.isAbsolute(path) || /^~/.test(path),
    'leaves its folder': !posix.resolve(root, path).startsWith(`${root}/`),
    'leaves its folder on Windows': !win32.resolve('C:\\a', path).startsWith('C:\\a\\'),
    'has a drive': win32.parse(path).root !== '',
    'is not in its simplest form':
      posix.normalize(path) !== path ||
      simplestOnWindows(path) !== path ||
      path.normalize('NFC') !== path,
    'has ..': path.includes('..'),
    'has .. or more folders when unmasked':
      plain.split(/[/\\]/).length !== names.length ||
      plain.split('/').some((part) => /^[.\s]*$/.test(part)),
    'has a reserved character': /[<>:"\\|?*%]/.test(path),
    'has an invisible character': /[\p{Cc}\p{Cf}\p{Cs}]/u.test(path),
    'is no Unicode text': Buffer.from(path, 'utf8').toString('utf8') !== path,
    'is too long': Buffer.byteLength(path) > 900,
    'has too long a name': names.some((part) => Buffer.byteLength(part) > 255),
    'has an outer space or a final dot': names.some(
      (part) => part.trim() !== part || /\.$/.test(part),
    ),
    'has a device': names.some((part) => {
      const base = (part.split('.')[0] ?? '').trimEnd().toLowerCase()
      return DEVICES.has(base)
    }),
  }
  return Object.keys(checks).filter((problem) => checks[problem])
}

describe('any text', () => {
  it('is a template of safe paths, or is refused at places inside of it', () => {
    fc.assert(
      fc.property(template, values, (source, filled) => {
        const result = parsePathTemplate(source)
        if (result.ok) {
          const path = renderPathTemplate(result.template, filled)
          expect(problemsOf(path)).toEqual([])
          expect(path.split('/')).toHaveLength(source.split('/').length)
          return
        }
        expect(result.errors).not.toHaveLength(0)
        for (const { index, length } of result.errors) {
          expect(Number.isInteger(index) && index >= 0).toBe(true)
          expect(Number.isInteger(length) && length >= 1).toBe(true)
          expect(index + length).toBeLessThanOrEqual(source.length)
        }
        const places = result.errors.map(({ index }) => index)
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
      FUZZ,
    )
  })

  it('with a plain or encoded parent folder in its path is refused', () => {
    const parent = fc.constantFrom(
      ...['..', '...', '%2e.', '%2E%2e', '%252e%252e', '\uff0e\uff0e', '\u2025', '.\u200b.'],
    )
    fc.assert(
      fc.property(plausible, parent, plausible, (before, dots, after) => {
        expect(parsePathTemplate(`${before}/${dots}/${after}`).ok).toBe(false)
      }),
      FUZZ,
    )
  })

  it('after a root, a drive or a home folder is refused', () => {
    const root = fc.constantFrom(
      ...['/', '//', '\\', '\\\\server\\', 'C:', 'z:/', 'C:\\', '~', '~/', '%2f', '%5C', '\uff0f'],
    )
    fc.assert(
      fc.property(root, plausible, (start, rest) => {
        expect(parsePathTemplate(start + rest).ok).toBe(false)
      }),
      FUZZ,
    )
  })

  it('made of variables and words alone is accepted', () => {
    const words = fc.constantFrom('a', 'Case', '-', '_', 'v1', '\u00e9', '(x)')
    const names = fc.array(fc.oneof(variable, words), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 20 }), (all) => {
        const source = all.map((pieces) => pieces.join('')).join('/')
        expect(parsePathTemplate(source)).toMatchObject({ ok: true })
      }),
      FUZZ,
    )
  })
})

describe('any values', () => {
  it('leave the extension and the number of the file, however long', () => {
    const extension = fc.stringMatching(/^\.[a-z0-9]{1,10}$/)
    fc.assert(
      fc.property(long, fc.nat(99_999), extension, (stem, number, ending) => {
        const name = `${stem}_${number}${ending}`
        const result = parsePathTemplate('{{ CASE_ID }}/{{ FILENAME }}')
        if (!result.ok) throw new Error('the template has mistakes')
        const path = renderPathTemplate(result.template, {
          ...EMPTY,
          CASE_ID: stem,
          FILENAME: name,
        })
        expect(path.endsWith(`_${number}${ending}`)).toBe(true)
      }),
      FUZZ,
    )
  })

  it('are clean once cleaned', () => {
    fc.assert(
      fc.property(value, (dirty) => {
        const clean = cleanSegment(dirty)
        expect(cleanSegment(clean)).toBe(clean)
      }),
      FUZZ,
    )
  })

  it('that are harmless stay as they are', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9\u00e0-\u00ff_][a-zA-Z0-9 _()-]{0,40}\.jpg$/),
        (safe) => {
          fc.pre(!DEVICES.has((safe.split('.')[0] ?? '').trimEnd().toLowerCase()))
          expect(cleanSegment(safe)).toBe(safe)
        },
      ),
      FUZZ,
    )
  })
})

describe('any files', () => {
  it('collide exactly when their paths are equal but for case', () => {
    const short = fc.constantFrom('a', 'A', 'b', 'a/b', 'a:b', '', '\u00e9', 'E\u0301')
    const file = fc.record({
      workflowName: short,
      orderName: fc.option(short),
      caseId: short,
      caseShortId: short,
      caseExternalId: fc.option(short),
      entityExternalId: fc.option(short),
      fileUuid: short,
      fileNumber: fc.integer({ min: 1, max: 3 }),
      originalFilename: short,
    })
    fc.assert(
      fc.property(plausible, fc.array(file, { maxLength: 8 }), (source, files) => {
        const result = parsePathTemplate(source)
        if (!result.ok) return
        const keys = files.map((facts) =>
          renderPathTemplate(result.template, pathTemplateValues(facts)).toUpperCase(),
        )
        const expected = keys.flatMap((key, index) => {
          const indexes = keys.flatMap((other, place) => (other === key ? [place] : []))
          return indexes.length > 1 && indexes[0] === index ? [indexes] : []
        })
        const found = findPathCollisions(result.template, files)
        expect(found.map(({ indexes }) => indexes)).toEqual(expected)
      }),
      FUZZ,
    )
  })
})

const EMPTY = pathTemplateValues({
  workflowName: '',
  orderName: null,
  caseId: '',
  caseShortId: '',
  caseExternalId: null,
  entityExternalId: null,
  fileUuid: '',
  fileNumber: 1,
  originalFilename: '',
})

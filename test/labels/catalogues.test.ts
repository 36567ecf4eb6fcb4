import { describe, expect, it } from 'vitest'
import { ar } from '../../src/labels/ar.js'
import { de } from '../../src/labels/de.js'
import { en } from '../../src/labels/en.js'
import { es } from '../../src/labels/es.js'
import { fr } from '../../src/labels/fr.js'
import { ja } from '../../src/labels/ja.js'
import type { ExportCatalogue } from '../../src/labels/labels.js'
import { ptBR } from '../../src/labels/pt-BR.js'
import { zhCN } from '../../src/labels/zh-CN.js'
import { placeholdersIn, type Word, wordsOf } from '../support/catalogue-words.js'

interface Language {
  readonly catalogue: ExportCatalogue
  /** Words that the language shares with English. */
  readonly alsoEnglish: readonly string[]
  /** Counts whose number the noun may say by itself. */
  readonly unsaid: readonly number[]
  /** Marks that the language writes otherwise. */
  readonly notWritten: RegExp
}

/** A straight quotation mark or apostrophe, three dots for one, a space at an end, two spaces. */
const CARELESS = /["']|\.\.\.|^\s|\s$|\s\s/

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { catalogue: en, alsoEnglish: [], unsaid: [1], notWritten: CARELESS },
  de: {
    catalogue: de,
    alsoEnglish: ['Format', 'Status', 'Download', 'Name', 'Details'],
    unsaid: [1],
    notWritten: /[«»]|“[^:]*“|\s[:;?!]/,
  },
  fr: {
    catalogue: fr,
    alsoEnglish: ['Format', 'Actions', 'Pages', 'Page ⟨page⟩'],
    unsaid: [],
    // before these marks stands a space at which no line breaks, and within guillemets as well
    notWritten: /[^\u00a0\u202f}]:|(?<![\u00a0\u202f])[;?!]|«(?!\u00a0)|(?<!\u00a0)»|[“”„]/,
  },
  es: {
    catalogue: es,
    alsoEnglish: ['No'],
    unsaid: [1],
    notWritten: /[“”„]|\s[:;?!]|^[^¿]*\?|^[^¡]*!/,
  },
  'pt-BR': {
    catalogue: ptBR,
    alsoEnglish: ['Status', 'Download'],
    unsaid: [],
    notWritten: /[«»„]|\s[:;?!]/,
  },
  ja: { catalogue: ja, alsoEnglish: [], unsaid: [], notWritten: /[,?!;«»“”]|\p{sc=Han}\./u },
  'zh-CN': {
    catalogue: zhCN,
    alsoEnglish: [],
    unsaid: [],
    notWritten: /[,?!;:«»「」]|\p{sc=Han}\./u,
  },
  ar: { catalogue: ar, alsoEnglish: [], unsaid: [1, 2], notWritten: /[,;?“”„]/ },
}

const COUNTS = [0, 1, 2, 3, 11, 100]
/** Asks before a deletion: of several it says how many, of one which. */
const NAMES_THE_ONE = 'actions.confirmDelete.title'

/** Is never asked of nothing. */
const OF_SOME = 'notifications.summary'

const WHOLE = { count: 100, isSo: true, isWhole: true }

const english = new Map(wordsOf(en).map((word) => [word.path, word]))
const languages = Object.entries(LANGUAGES).map(
  ([tag, language]) => [tag, language, wordsOf(language.catalogue)] as const,
)

/** Every text that a word can become. */
function textsOf(word: Word): readonly string[] {
  if (!word.isFunction) return [word.read(WHOLE)]
  return COUNTS.filter((count) => count > 0 || word.path !== OF_SOME).flatMap((count) =>
    [true, false].flatMap((isSo) =>
      [true, false].map((isWhole) => word.read({ count, isSo, isWhole })),
    ),
  )
}

/** Whether English cannot be asked without it: then nobody is. */
const isNeverMissing = ({ path }: Word) =>
  english
    .get(path)
    ?.read({ ...WHOLE, isWhole: false })
    .includes('null') ?? false

describe.each(languages)('the words in %s', (tag, { alsoEnglish, unsaid, notWritten }, words) => {
  it('are all there, and no other', () => {
    expect(words.map(({ path }) => path).sort()).toEqual([...english.keys()].sort())
  })

  it('are never empty, and never the trace of a mistake', () => {
    for (const word of words) {
      for (const text of textsOf(word)) {
        expect(text.trim(), word.path).not.toBe('')
        if (!isNeverMissing(word))
          expect(text, word.path).not.toMatch(/undefined|null|NaN|\[object|#/)
      }
    }
  })

  it('say what they are given, as English does', () => {
    for (const word of words) {
      const expected = placeholdersIn(english.get(word.path)?.read(WHOLE) ?? '')
      expect(placeholdersIn(word.read(WHOLE)), word.path).toEqual(expected)
    }
  })

  it('say their number, but where the noun says it', () => {
    for (const word of words.filter(({ isFunction }) => isFunction)) {
      const expected = placeholdersIn(word.read(WHOLE))
      for (const count of COUNTS) {
        if (count === 0 || unsaid.includes(count)) continue
        if (count === 1 && word.path === NAMES_THE_ONE) continue
        expect(placeholdersIn(word.read({ ...WHOLE, count })), `${word.path} of ${count}`).toEqual(
          expected,
        )
      }
    }
  })

  it('are no English', () => {
    const left = words
      .map((word) => ({ path: word.path, text: word.read(WHOLE) }))
      .filter(({ path, text }) => tag !== 'en' && text === english.get(path)?.read(WHOLE))
      .filter(({ text }) => /\p{L}/u.test(text.replace(/⟨\w+⟩/g, '')))
      .filter(({ text }) => !alsoEnglish.includes(text))
    expect(left).toEqual([])
    const texts = new Set(words.map((word) => word.read(WHOLE)))
    expect(alsoEnglish.filter((text) => !texts.has(text))).toEqual([])
  })

  it('are written with the marks of their language', () => {
    const careless = words.flatMap((word) =>
      textsOf(word)
        .filter((text) => CARELESS.test(text) || notWritten.test(text))
        .map((text) => `${word.path}: ${text}`),
    )
    expect([...new Set(careless)]).toEqual([])
  })

  it('end as sentences where the English ones do', () => {
    const isSentence = (text: string) => /[.。?？؟]$/.test(text)
    const otherwise = words.filter(
      (word) =>
        isSentence(word.read(WHOLE)) !== isSentence(english.get(word.path)?.read(WHOLE) ?? ''),
    )
    expect(otherwise.map((word) => `${word.path}: ${word.read(WHOLE)}`)).toEqual([])
  })
})

describe.each(languages)('accessible names in %s', (_tag, { catalogue }) => {
  const { job, actions, detail, toolbar, calendar, pager } = catalogue
  const lower = (text: string) => text.toLowerCase()

  it('hold the words that are seen, so that people can say them', () => {
    expect(job.downloadJob({ what: 'A', when: null })).toMatch(new RegExp(`^${job.download}`))
    expect(job.downloadJob({ what: 'A', when: 'B' })).toMatch(new RegExp(`^${job.download}`))
    expect(job.stuckHelp({ what: 'A' })).toMatch(new RegExp(`^${job.stuck}`))
    expect(actions.nameOf({ name: 'Z', what: 'A' })).toMatch(/^Z/)
    expect(lower(detail.downloadFile({ name: 'A' }))).toContain(lower(job.download))
    expect(toolbar.removeFilter({ filter: 'Z' })).toContain('Z')
    expect(calendar.day({ day: '7', date: 'A', isToday: true, isChosen: true })).toMatch(/^7/)
    expect(pager.page({ page: '7' })).toContain('7')
  })

  it('tell the four ends of jobs in one heading, and leave out what did not happen', () => {
    const of = (count: number) => ({ count, countText: String(count) })
    const { summary } = catalogue.notifications
    const some = summary({ completed: of(5), failed: of(6), canceled: of(7), expired: of(8) })
    expect(some).toMatch(/5.*6.*7.*8/)
    expect(
      summary({ completed: of(0), failed: of(6), canceled: of(0), expired: of(0) }),
    ).not.toMatch(/0|[,،、，]/)
  })
})

describe('plurals', () => {
  it('have six forms in Arabic', () => {
    const { rowCount } = ar.pager
    expect(COUNTS.map((count) => rowCount({ count, countText: String(count) }))).toEqual([
      '0 صف',
      'صف واحد',
      'صفان',
      '3 صفوف',
      '11 صفًا',
      '100 صف',
    ])
  })

  it.each([
    [fr, '1\u202f000\u202f000 de lignes'],
    [es, '1\u202f000\u202f000 de filas'],
    [ptBR, '1\u202f000\u202f000 de linhas'],
  ])('have a form for round millions in Romance languages: %#', ({ pager }, text) => {
    expect(pager.rowCount({ count: 1_000_000, countText: '1\u202f000\u202f000' })).toBe(text)
  })

  it('count nothing in the singular in French', () => {
    expect(fr.pager.rowCount({ count: 0, countText: '0' })).toBe('0 ligne')
  })
})

import type { ExportCatalogue } from 'react-export-jobs'

/** How much longer than English a language is planned to be. */
const GROWTH = 1.4

/**
 * Makes every word of a catalogue two fifths longer, as German or Finnish may be. What the backend
 * and `Intl` give is not changed; it is told from our own words by its vowels.
 */
export function lengthen(catalogue: ExportCatalogue): ExportCatalogue {
  return mapWords(catalogue, (text) => text.replace(/\p{Letter}+/gu, lengthenWord))
}

/** `Download` as `Doownlooad`: vowels are doubled until the word is long enough. */
function lengthenWord(word: string): string {
  const wanted = Math.ceil(word.length * GROWTH)
  let missing = wanted - word.length
  const doubled = word.replace(/[aeiouy]/gi, (vowel) => {
    if (missing === 0) return vowel
    missing -= 1
    return vowel + vowel.toLowerCase()
  })
  return doubled + (doubled.at(-1) ?? '').toLowerCase().repeat(missing)
}

type Words =
  | string
  | ((args: Readonly<Record<string, unknown>>) => string)
  | { readonly [key: string]: Words }

/** Keeps the shape: strings stay strings, functions stay functions of the same arguments. */
function mapWords<Shape>(words: Shape, change: (text: string) => string): Shape
function mapWords(words: Words, change: (text: string) => string): Words {
  if (typeof words === 'string') return change(words)
  if (typeof words === 'function') {
    return (args) => changeAround(Object.values(args).filter(isText), words(args), change)
  }
  return Object.fromEntries(
    Object.entries(words).map(([key, inner]) => [key, mapWords(inner, change)]),
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** What is put into a sentence is data, or a word that is long already. */
function changeAround(
  given: readonly string[],
  text: string,
  change: (text: string) => string,
): string {
  const [first, ...others] = given
  if (first === undefined) return change(text)
  return text
    .split(first)
    .map((part) => changeAround(others, part, change))
    .join(first)
}

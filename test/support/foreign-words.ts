import { withoutMarked } from './pseudo-labels.js'

/** Attributes that are read out, shown on hover, or painted by the stylesheet. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'data-label',
]

/** Every text that people see or hear inside some elements, and where it stands. */
export interface FoundText {
  /** The text. */
  readonly text: string
  /** `text` or the attribute, and the element. */
  readonly place: string
}

/** What is the same in every language: names of variables, what was typed, paths of sample files. */
const NO_LANGUAGE = 'code, mark, .ej-path-tree'

/** Every text of our parts in a page: words beside them are the host's. */
export function textsIn(page: ParentNode): readonly FoundText[] {
  const found: FoundText[] = []
  for (const element of page.querySelectorAll('.ej-root, .ej-root *')) {
    const where = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`
    for (const name of SPOKEN) {
      const text = element.getAttribute(name)
      if (text) found.push({ text, place: `${name} of ${where}` })
    }
    if (element.closest(NO_LANGUAGE) !== null) continue
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue) {
        found.push({ text: node.nodeValue, place: `text in ${where}` })
      }
    }
  }
  return found
}

/**
 * The texts with a letter that comes neither from a label nor from a format, nor is data.
 *
 * @param data - Texts of the backend and the host, as they are or made readable.
 */
export function foreignWords(
  texts: readonly FoundText[],
  data: ReadonlySet<string>,
): readonly string[] {
  return texts
    .map(({ text, place }) => ({ place, left: withoutData(withoutMarked(text).trim(), data) }))
    .filter(({ left }) => /\p{L}/u.test(left))
    .map(({ place, left }) => `${place}: ${left}`)
}

/** A note may hold several texts of the backend; a single word may well be one of ours. */
const SENTENCE_LENGTH = 12

function withoutData(text: string, data: ReadonlySet<string>): string {
  if (data.has(text)) return ''
  if (!/\p{L}/u.test(text)) return text
  return [...data]
    .filter(({ length }) => length >= SENTENCE_LENGTH)
    .sort((a, b) => b.length - a.length)
    .reduce((left, sentence) => left.replaceAll(sentence, ''), text)
}

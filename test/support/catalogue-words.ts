/** What a function label is asked for. */
export interface WordArgs {
  /** The plain number behind every `count`. */
  readonly count: number
  /** Whether what is or may be is: every `is…`. */
  readonly isSo: boolean
  /** Whether what may be missing is there: every text that may be `null`. */
  readonly isWhole: boolean
}

/** One text of a catalogue. */
export interface Word {
  /** Where it stands, such as `table.empty.title`. */
  readonly path: string
  /** Whether its text hangs on what it is given. */
  readonly isFunction: boolean
  /**
   * Reads it. What a function is given stands as `⟨name⟩` in the text.
   *
   * @throws {Error} When it gives no text.
   */
  readonly read: (args: WordArgs) => string
}

const ENDS: ReadonlySet<string> = new Set(['completed', 'failed', 'canceled', 'expired'])
const MAY_BE_MISSING: ReadonlySet<string> = new Set([
  'format',
  'when',
  'relative',
  'share',
  'text',
  'total',
  'limit',
])

/** Every text of a catalogue, or of a part of one, in the order in which it is written. */
export function wordsOf(catalogue: object): readonly Word[] {
  return collect(catalogue, '', () => catalogue)
}

/** The names of what a text was given, such as `countText`. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/⟨(\w+)⟩/g)].map(([, name = '']) => name))].sort()
}

type Reader = (args: WordArgs) => unknown

function collect(value: unknown, path: string, reader: Reader): readonly Word[] {
  if (typeof value === 'function') {
    const call: Reader = (args) => Reflect.apply(value, undefined, [argumentsOf(args)])
    const made = call({ count: 1, isSo: true, isWhole: true })
    // a function may make a title and a text at once
    if (isRecord(made)) {
      return Object.keys(made).map((key) =>
        word(`${path}.${key}`, true, (args) => member(call(args), key)),
      )
    }
    return [word(path, true, call)]
  }
  if (!isRecord(value)) return [word(path, false, reader)]
  return Object.entries(value).flatMap(([key, inner]) =>
    collect(inner, path === '' ? key : `${path}.${key}`, () => inner),
  )
}

function word(path: string, isFunction: boolean, reader: Reader): Word {
  return {
    path,
    isFunction,
    read(args) {
      const text = reader(args)
      if (typeof text !== 'string') throw new Error(`${path} is no text: ${String(text)}`)
      return text
    },
  }
}

function argumentsOf({ count, isSo, isWhole }: WordArgs): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        const key = String(name)
        if (key === 'count') return count
        if (ENDS.has(key)) return { count, countText: '⟨countText⟩' }
        if (/^is[A-Z]/.test(key)) return isSo
        return !isWhole && MAY_BE_MISSING.has(key) ? null : `⟨${key}⟩`
      },
    },
  )
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) ? Reflect.get(value, key) : undefined
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

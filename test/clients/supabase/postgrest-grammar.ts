/**
 * PostgREST's grammar of filters, written from its manual and not from the client's code, so that a
 * value that breaks out of its filter is seen.
 */
export function readPredicate(text: string): { operator: string; value: string } {
  const dot = text.indexOf('.')
  return { operator: text.slice(0, dot), value: text.slice(dot + 1) }
}

/** Reads the values of `in.(a,"b,c")`; throws for anything that is not exactly one list. */
export function splitList(text: string): readonly string[] {
  const values: string[] = []
  let rest = take(text, /^\(\s*/)
  for (;;) {
    const quoted = /^"((?:[^"\\]|\\[\s\S])*)"(?=[,)])/.exec(rest)
    const plain = /^[^,)]*/.exec(rest)
    const [whole = '', inside] = quoted ?? plain ?? []
    values.push(quoted ? (inside ?? '').replace(/\\([\s\S])/g, '$1') : whole)
    rest = rest.slice(whole.length)
    if (!rest.startsWith(',')) break
    rest = rest.slice(1)
  }
  if (rest !== ')') throw new Error(`not one list: ${text}`)
  return values
}

function take(text: string, start: RegExp): string {
  const [found] = start.exec(text) ?? []
  if (found === undefined) throw new Error(`not a list: ${text}`)
  return text.slice(found.length)
}

/** Tells what `name ilike pattern` does, with PostgREST's star for `%`. */
export function likeMatches(starred: string, name: string): boolean {
  const pattern = Array.from(starred.replaceAll('*', '%'))
  let source = ''
  for (let index = 0; index < pattern.length; index += 1) {
    const sign = pattern[index] ?? ''
    if (sign === '%') source += '[\\s\\S]*'
    else if (sign === '_') source += '[\\s\\S]'
    else if (sign === '\\') {
      index += 1
      const escaped = pattern[index]
      if (escaped === undefined) throw new Error('a pattern must not end with its escape')
      source += literal(escaped)
    } else source += literal(sign)
  }
  return new RegExp(`^${source}$`, 'iu').test(name)
}

const literal = (sign: string) => sign.replace(/[$()*+./?[\\\]^{|}]/, '\\$&')

/** One member of an interface. */
export interface Member {
  readonly name: string
  readonly isOptional: boolean
  /** Its type, as it is written, on one line. */
  readonly text: string
  /** Its docstring on one line, without the references to our papers. */
  readonly doc: string
}

/**
 * Reads an interface's members, inherited ones first, from formatted source texts.
 *
 * @throws When no text has the interface: a page must not go empty when a name changes.
 */
export function membersOf(type: string, sources: readonly string[]): readonly Member[] {
  for (const source of sources) {
    const found = new RegExp(
      `^export interface ${type}(?:<.*?>)?(?:\\s+extends ([^{]+))?\\s*{\\n(.*?)^}`,
      'ms',
    ).exec(source)
    if (found === null) continue
    const [, parents = '', body = ''] = found
    const inherited = [...parents.replace(/<.*?>/g, '').matchAll(/\b[A-Z]\w+/g)]
      .map(([parent]) => parent)
      .filter((parent) => sources.some((text) => text.includes(`export interface ${parent}`)))
      .flatMap((parent) => membersOf(parent, sources))
    return [...inherited.filter(({ name }) => !body.includes(`readonly ${name}:`)), ...own(body)]
  }
  throw new Error(`No source has an exported interface "${type}".`)
}

const MEMBER =
  /^ {2}\/\*\*(?<doc>.*?)\*\/\n {2}(?:readonly )?(?<name>\w+)(?<optional>\??)(?<type>.*?)(?=\n {2}\/\*\*|$(?![\s\S]))/gms

function own(body: string): readonly Member[] {
  return [...body.trimEnd().matchAll(MEMBER)].map(({ groups = {} }) => ({
    name: groups.name ?? '',
    isOptional: groups.optional === '?',
    text: onOneLine(withoutComments(groups.type ?? '').replace(/^:\s*/, '')),
    doc: onOneLine((groups.doc ?? '').replace(/^\s*\*/gm, '').replace(/\s*Source: .*/, '')),
  }))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*\*.*?\*\//gs, '')
}

function onOneLine(text: string): string {
  return text
    .replace(/\n\s*(?=readonly )/g, '; ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .replace(/{ ; /g, '{ ')
    .trim()
}

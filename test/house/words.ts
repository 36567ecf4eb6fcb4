import { parseSync } from 'vite'
import type { Sources } from './read-sources.js'

/** Words of a backend's wire: our own are camelCase. */
const WIRE_WORDS = /\b(created_at|file_format|page_size|date_from)\b/g

/** Shapes that every room documents member by member; `src/core` does so for all it exports. */
const OPTIONS_LIKE = /(Props|Options|Params|Result)$/

/** Where the wire's words may stand; a host that calls its own backend spells them too. */
const WIRE_ROOMS =
  /^((src\/(clients|url-state)|mocks|test|docs)\/|examples\/[^/]+\/src\/direct-report\.ts$)/

const PLACES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a folder outside the project', pattern: /\.\.\/shared\b/ },
  {
    what: 'an absolute path of one machine',
    pattern: /(?<![\w.:/)}*-])\/(?:home|Users|root|tmp|work)\/\w/,
  },
  { what: "a package registry's address", pattern: /https?:\/\/registry\.[\w.-]+/ },
]

/** Finds the backend's words outside the rooms that speak to it. */
export function findWireWords(files: Sources): readonly string[] {
  return [...files]
    .filter(([path]) => !WIRE_ROOMS.test(path))
    .flatMap(([path, text]) => (text.match(WIRE_WORDS) ?? []).map((word) => `${path}: ${word}`))
}

/** Finds text that is true on one machine only. */
export function findMachineWords(files: Sources): readonly string[] {
  return [...files].flatMap(([path, text]) =>
    PLACES.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${path}: ${what}`),
  )
}

/** Finds where the compiler's checks are silenced: only type tests prove that something is refused. */
export function findSilencedChecks(files: Sources): readonly string[] {
  return [...files]
    .filter(([path]) => !path.startsWith('test/types/'))
    .filter(([, text]) => /@ts-(expect-error|ignore|nocheck)/.test(text))
    .map(([path]) => path)
}

/**
 * Finds exported declarations without a docstring, and members without one in exported interfaces
 * and object types. Source: STYLE, comments and docstrings.
 */
export function findUndocumented(files: Sources): readonly string[] {
  return [...files].flatMap(([path, text]) => undocumentedIn(path, text))
}

function undocumentedIn(path: string, text: string): string[] {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const docEnds = comments
    .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .map(({ end }) => end)
  const isDocumented = ({ start }: { readonly start: number }) =>
    docEnds.some((end) => end <= start && text.slice(end, start).trim() === '')

  const missing: string[] = []
  const told = new Set<string>()
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue
    const { declaration } = statement
    const name = nameOf(declaration)
    // of a function's overloads, one tells for all
    if (isDocumented(statement)) told.add(name)
    else if (!told.has(name)) missing.push(`${path}: ${name}`)
    if (!path.startsWith('src/core/') && !OPTIONS_LIKE.test(name)) continue
    for (const member of membersOf(declaration)) {
      if (!isDocumented(member)) missing.push(`${path}: ${name}.${keyOf(text, member)}`)
    }
  }
  return missing
}

type Program = ReturnType<typeof parseSync>['program']
type Exported = Extract<Program['body'][number], { type: 'ExportNamedDeclaration' }>
type Declaration = NonNullable<Exported['declaration']>

function nameOf(declaration: Declaration): string {
  if (declaration.type === 'VariableDeclaration') {
    const id = declaration.declarations[0]?.id
    return id?.type === 'Identifier' ? id.name : 'a pattern'
  }
  return 'id' in declaration && declaration.id && 'name' in declaration.id
    ? String(declaration.id.name)
    : declaration.type
}

function membersOf(declaration: Declaration): readonly { start: number; end: number }[] {
  const members =
    declaration.type === 'TSInterfaceDeclaration'
      ? declaration.body.body
      : declaration.type === 'TSTypeAliasDeclaration'
        ? objectTypesOf(declaration.typeAnnotation)
        : []
  return members.filter(
    ({ type }) => type === 'TSPropertySignature' || type === 'TSMethodSignature',
  )
}

type TypeNode = Extract<Declaration, { type: 'TSTypeAliasDeclaration' }>['typeAnnotation']

/** A union's variants are told by the docstring of the variant, so only plain objects count. */
function objectTypesOf(node: TypeNode): readonly { type: string; start: number; end: number }[] {
  if (node.type === 'TSTypeLiteral') return node.members
  if (node.type === 'TSIntersectionType') return node.types.flatMap(objectTypesOf)
  return []
}

function keyOf(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return /^(?:readonly\s+)?([\w$]+|\[[^\]]*\]|'[^']*')/.exec(text.slice(start, end))?.[1] ?? '?'
}

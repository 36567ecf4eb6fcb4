import { dirname, join } from 'node:path/posix'
import { parseSync } from 'vite'

/** One `import` or `export ... from` of a file. */
export interface Import {
  /** What stands between the quotes. */
  readonly specifier: string
  /** The imported file's path from the project's folder, or `null` for a package. */
  readonly target: string | null
  /** Whether only types cross. */
  readonly typeOnly: boolean
  /** Whether the file hands on what it imports. */
  readonly reexported: boolean
}

/** Lists what a file imports, statically, dynamically or as a type. */
export function importsOf(path: string, text: string): readonly Import[] {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean, reexported: boolean) =>
    found.push({ specifier, target: targetOf(path, specifier), typeOnly, reexported })

  for (const { moduleRequest, entries, start } of module.staticImports) {
    const statement = text.slice(start)
    const typeOnly =
      /^import\s+type\b/.test(statement) ||
      (entries.length > 0 && entries.every((entry) => entry.isType))
    add(moduleRequest.value, typeOnly, false)
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) add(moduleRequest.value, isType, true)
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    add(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false, false)
  }
  for (const specifier of typeImports(program)) add(specifier, true, false)
  return found
}

/** Finds the `import('./x.js').X` of types. */
function typeImports(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const own =
    'type' in node && node.type === 'TSImportType' && 'source' in node ? literalOf(node.source) : []
  return [...own, ...Object.values(node).flatMap(typeImports)]
}

function literalOf(node: unknown): string[] {
  const isLiteral = typeof node === 'object' && node !== null && 'value' in node
  return isLiteral && typeof node.value === 'string' ? [node.value] : []
}

function targetOf(path: string, specifier: string): string | null {
  return /^\.{1,2}(\/|$)/.test(specifier) ? join(dirname(path), specifier) : null
}

import { type Import, importsOf } from './imports.js'
import type { Sources } from './read-sources.js'

/** What a room may import: other rooms, some of them for their types alone. */
interface Arrows {
  readonly from: readonly string[]
  readonly typesFrom?: readonly string[]
}

/** The one way imports point. A new arrow is a design decision, to be written down. */
const ARROWS: Readonly<Record<string, Arrows>> = {
  internal: { from: [], typesFrom: ['core'] },
  core: { from: ['internal'] },
  clients: { from: ['core', 'internal'] },
  push: { from: ['core', 'internal'] },
  testing: { from: ['core', 'internal'] },
  downloads: { from: ['core', 'internal'] },
  forms: { from: ['core', 'internal'] },
  labels: { from: ['core', 'internal'] },
  'url-state': { from: ['core', 'internal'] },
  sync: { from: ['core', 'internal'] },
  queries: { from: ['core', 'url-state', 'sync', 'internal'] },
  notices: { from: ['core', 'sync', 'queries', 'internal'] },
  provider: {
    from: ['core', 'url-state', 'sync', 'queries', 'notices', 'downloads', 'internal'],
    // components: what a host may put in the place of our parts, for the provider's own prop
    typesFrom: ['labels', 'components'],
  },
  hooks: {
    from: [
      'core',
      'url-state',
      'sync',
      'queries',
      'notices',
      'downloads',
      'forms',
      'provider',
      'internal',
    ],
    typesFrom: ['labels'],
  },
  components: {
    from: [
      'core',
      'url-state',
      'queries',
      'downloads',
      'forms',
      'provider',
      'hooks',
      'labels',
      'internal',
    ],
    typesFrom: ['notices'],
  },
  mocks: { from: ['core'] },
  'entry index': {
    from: [
      'core',
      'url-state',
      'queries',
      'downloads',
      'forms',
      'provider',
      'hooks',
      'components',
      'labels',
    ],
    typesFrom: ['notices'],
  },
  'entry hooks': {
    from: ['core', 'url-state', 'queries', 'downloads', 'forms', 'provider', 'hooks'],
    typesFrom: ['labels', 'notices'],
  },
  'entry core': { from: ['core'] },
  'entry server': { from: ['core', 'url-state', 'queries'] },
  'entry testing': { from: ['core', 'testing'] },
}

/** Which files may import a package that belongs to one room. */
const HOMES: readonly { readonly package: RegExp; readonly home: RegExp }[] = [
  { package: /^valibot$/, home: /^src\/clients\// },
  { package: /^@tanstack\/react-table$/, home: /^src\/components\// },
  { package: /^react-day-picker(\/|$)/, home: /^src\/components\// },
  { package: /^@supabase\//, home: /^(src\/clients|mocks)\// },
  { package: /^@tanstack\/react-query$/, home: /^src\/(queries|provider|hooks)\// },
  { package: /^nuqs(\/|$)/, home: /^src\/(url-state|provider|hooks)\// },
  { package: /^msw(\/|$)/, home: /^mocks\/msw(\/|\.ts$)/ },
  { package: /^node:/, home: /^mocks\/(.+\/)?node(-[a-z-]+)?\.ts$/ },
]

const ENTRY_FILE =
  /^(src\/[^/]+\.ts|src\/(clients|push)\/[^/]+\.ts|src\/labels\/[a-z]{2}(-[A-Z]{2})?\.ts|mocks\/(index|msw|node)\.ts)$/

/**
 * Checks the directions of all imports.
 *
 * @param files - The TypeScript of `src`, `mocks`, `stories` and `examples`.
 * @param entries - The names under which hosts import the package, e.g. `react-export-jobs/core`.
 * @returns One line for each import that breaks a rule.
 */
export function checkImports(files: Sources, entries: ReadonlySet<string>): readonly string[] {
  const graph = new Map([...files].map(([path, text]) => [path, importsOf(path, text)]))
  const problems: string[] = []
  for (const [path, imports] of graph) {
    if (/^(src|mocks|stories)\/.+\/index\.tsx?$/.test(path)) {
      problems.push(`${path}: no index file inside a folder`)
    }
    for (const found of imports) {
      const problem =
        path.startsWith('src/') || path.startsWith('mocks/')
          ? checkOwn(path, found)
          : checkHost(path, found, entries)
      if (problem) problems.push(`${path} -> ${found.specifier}: ${problem}`)
    }
    if (ENTRY_FILE.test(path)) problems.push(...checkInternalExports(path, files, imports))
  }
  return [...problems, ...checkCore(graph), ...findCycles(graph)]
}

/** The room a file stands in, or `null` outside the house. */
export function roomOf(path: string): string | null {
  const entry = /^src\/([^/]+)\.tsx?$/.exec(path)
  if (entry) return `entry ${entry[1]}`
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith('mocks/') ? 'mocks' : null)
}

function checkOwn(path: string, { specifier, target, typeOnly }: Import): string | null {
  if (/\.css$/.test(specifier)) return 'no JavaScript imports CSS'
  if (target === null) {
    if (/^react-export-jobs(\/|$)/.test(specifier))
      return 'the package imports its own files by path'
    const rule = HOMES.find((candidate) => candidate.package.test(specifier))
    return rule && !rule.home.test(path) ? `this package is for ${rule.home.source} only` : null
  }
  const here = roomOf(path)
  const there = roomOf(target)
  if (here === there) return null
  if (here === 'mocks' && there === 'clients') {
    return "mocks never import a client's mapping: a mock that shares it cannot catch its mistakes"
  }
  const arrows = here === null ? undefined : ARROWS[here]
  if (!arrows) return `the room "${here}" has no arrows yet`
  if (there !== null && arrows.from.includes(there)) return null
  if (there !== null && typeOnly && arrows.typesFrom?.includes(there)) return null
  return `${here} must not import ${there ?? 'from outside'}`
}

function checkHost(path: string, found: Import, entries: ReadonlySet<string>): string | null {
  if (found.target === null) {
    const isOurs = /^react-export-jobs(\/|$)/.test(found.specifier)
    return isOurs && !entries.has(found.specifier) ? 'not an entry of the package' : null
  }
  // a Vite configuration teaches Vite the entries' names
  if (
    /^examples\/[^/]+\/vite\.config\.ts$/.test(path) &&
    /^vite\.aliases\.js$/.test(found.target)
  ) {
    return null
  }
  // stories show the themes that hosts may copy
  if (path.startsWith('stories/') && /^examples\/themes\/[^/]+\.css$/.test(found.target))
    return null
  const own = path.startsWith('stories/') ? 'stories/' : `${path.split('/', 2).join('/')}/`
  return found.target.startsWith(own) ? null : 'stories and examples use only the package entries'
}

function checkInternalExports(path: string, files: Sources, imports: readonly Import[]): string[] {
  const text = files.get(path) ?? ''
  return imports
    .filter(({ target }) => target?.startsWith('src/internal/'))
    .filter(({ reexported, specifier }) => {
      if (reexported) return true
      const names = new RegExp(`import\\s+(?:type\\s+)?{([^}]*)}\\s+from\\s+'${specifier}'`).exec(
        text,
      )
      return (names?.[1] ?? '')
        .split(',')
        .map((name) => name.trim().split(/\s+/).at(-1) ?? '')
        .some(
          (name) =>
            name !== '' && new RegExp(`export\\s+(type\\s+)?{[^}]*\\b${name}\\b`).test(text),
        )
    })
    .map(({ specifier }) => `${path} -> ${specifier}: internal is never exported from an entry`)
}

/** What `core` reaches by values stays free of packages. */
function checkCore(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { specifier, target } of graph.get(path) ?? []) {
      if (target === null) problems.push(`${path} -> ${specifier}: core is plain TypeScript`)
      else visit(fileOf(target, graph))
    }
  }
  for (const path of graph.keys()) if (roomOf(path) === 'core') visit(path)
  return problems
}

/** Types are erased, so only values can go round in a circle. */
function findCycles(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const problems: string[] = []
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path)
    if (start >= 0) problems.push(`import cycle: ${[...way.slice(start), path].join(' -> ')}`)
    if (start >= 0 || done.has(path)) return
    for (const { target, typeOnly } of graph.get(path) ?? []) {
      if (target !== null && !typeOnly) visit(fileOf(target, graph), [...way, path])
    }
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return problems
}

/** The file that a specifier ending in `.js` stands for. */
function fileOf(target: string, graph: ReadonlyMap<string, unknown>): string {
  const stem = target.replace(/\.js$/, '')
  return [`${stem}.ts`, `${stem}.tsx`].find((path) => graph.has(path)) ?? target
}

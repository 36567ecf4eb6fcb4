import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { checkImports } from './import-rules.js'
import { isTypeScript, readSources } from './read-sources.js'

const entries = new Set(
  Object.keys(packageJson.exports).map((name) => name.replace(/^\./, packageJson.name)),
)

/** Checks a house of a few files. */
const check = (files: Readonly<Record<string, string>>) =>
  checkImports(new Map(Object.entries(files)), entries)

describe('the imports of this project', () => {
  const files = readSources(
    (path) => /^(src|mocks|stories|examples)\//.test(path) && isTypeScript(path),
  )

  it('are found', () => {
    expect([...files.keys()]).toContain('src/core/status.ts')
    expect(files.size).toBeGreaterThan(50)
  })

  it('point one way', () => {
    expect(checkImports(files, entries)).toEqual([])
  })
})

describe('the rules', () => {
  it('let a good house pass', () => {
    const problems = check({
      'src/index.ts': "'use client'\nexport { Table } from './components/Table.js'",
      'src/components/Table.tsx':
        "import { createColumnHelper } from '@tanstack/react-table'\nimport { useJobs } from '../hooks/useJobs.js'\nimport { en } from '../labels/en.js'\nexport const Table = [createColumnHelper, useJobs, en]",
      'src/hooks/useJobs.ts':
        "import type { Labels } from '../labels/labels.js'\nexport const useJobs = (labels: Labels) => labels",
      'src/labels/labels.ts': 'export type Labels = string',
      'src/labels/en.ts': "import type { Labels } from './labels.js'\nexport const en: Labels = ''",
      'stories/Table.stories.tsx': "import { Table } from 'react-export-jobs'\nexport { Table }",
      'examples/demo/main.tsx': "import 'react-export-jobs/styles.css'\nimport './app.js'",
      'examples/demo/app.ts': 'export const app = 1',
      'examples/demo/vite.config.ts':
        "import { packageAliases } from '../../vite.aliases.js'\nexport default packageAliases",
    })
    expect(problems).toEqual([])
  })

  it('let a part of a file take a type from it', () => {
    const problems = check({
      'src/core/a.ts': "import { b } from './b.js'\nexport type A = 1\nexport const a = b",
      'src/core/b.ts': "import type { A } from './a.js'\nexport const b: A = 1",
    })
    expect(problems).toEqual([])
  })

  it.each<[rule: string, message: string, files: Record<string, string>]>([
    [
      'core imports nothing outside core and internal',
      'core must not import queries',
      { 'src/core/job.ts': "import { keys } from '../queries/keys.js'\nexport { keys }" },
    ],
    [
      'core imports no package',
      'core is plain TypeScript',
      { 'src/core/job.ts': "import { memo } from 'react'\nexport const job = memo" },
    ],
    [
      'core reaches no package through internal',
      'src/internal/hook.ts -> react: core is plain TypeScript',
      {
        'src/core/job.ts': "import { hook } from '../internal/hook.js'\nexport const job = hook",
        'src/internal/hook.ts': "export { useRef as hook } from 'react'",
      },
    ],
    [
      'hooks do not import components',
      'hooks must not import components',
      {
        'src/hooks/useX.ts': "import { X } from '../components/X.js'\nexport const useX = () => X",
      },
    ],
    [
      'a dynamic import counts too',
      'hooks must not import components',
      { 'src/hooks/useX.ts': "export const useX = () => import('../components/X.js')" },
    ],
    [
      'a type import counts too',
      'core must not import hooks',
      { 'src/core/x.ts': "export type X = import('../hooks/useX.js').X" },
    ],
    [
      'provider knows labels by type only',
      'provider must not import labels',
      { 'src/provider/P.tsx': "import { en } from '../labels/en.js'\nexport const P = en" },
    ],
    [
      'internal imports no values of core',
      'internal must not import core',
      { 'src/internal/x.ts': "import { job } from '../core/job.js'\nexport const x = job" },
    ],
    [
      'the core entry hands out core alone',
      'entry core must not import queries',
      { 'src/core.ts': "export { keys } from './queries/keys.js'" },
    ],
    [
      'a new room needs its arrows',
      'the room "widgets" has no arrows yet',
      { 'src/widgets/x.ts': "export { job } from '../core/job.js'" },
    ],
    [
      'mocks never import a client',
      "mocks never import a client's mapping",
      {
        'mocks/wire.ts': "import { toWire } from '../src/clients/rest.js'\nexport const w = toWire",
      },
    ],
    [
      'mocks import core only',
      'mocks must not import queries',
      { 'mocks/wire.ts': "import { keys } from '../src/queries/keys.js'\nexport const w = keys" },
    ],
    [
      'the backend of the mocks knows no msw',
      'this package is for',
      { 'mocks/backend.ts': "import { http } from 'msw'\nexport const w = http" },
    ],
    [
      'wire validation stays in the clients',
      'this package is for',
      { 'src/hooks/useX.ts': "import { parse } from 'valibot'\nexport const useX = parse" },
    ],
    [
      'nothing imports the package by its name',
      'the package imports its own files by path',
      { 'src/hooks/useX.ts': "import { x } from 'react-export-jobs/core'\nexport const useX = x" },
    ],
    [
      'stories use only package entries',
      'stories and examples use only the package entries',
      { 'stories/X.stories.tsx': "import { X } from '../src/components/X.js'\nexport const S = X" },
    ],
    [
      'stories use only entries that exist',
      'not an entry of the package',
      {
        'stories/X.stories.tsx':
          "import { X } from 'react-export-jobs/internal'\nexport const S = X",
      },
    ],
    [
      'examples use only package entries',
      'stories and examples use only the package entries',
      { 'examples/demo/main.ts': "import { x } from '../../mocks/index.js'\nexport const S = x" },
    ],
    [
      'examples share nothing',
      'stories and examples use only the package entries',
      { 'examples/next/main.ts': "import { x } from '../demo/x.js'\nexport const S = x" },
    ],
    [
      'no CSS import',
      'no JavaScript imports CSS',
      { 'src/components/X.tsx': "import '../styles/index.css'\nexport const X = 1" },
    ],
    [
      'no index file inside a folder',
      'no index file inside a folder',
      { 'src/components/table/index.ts': 'export const x = 1' },
    ],
    [
      'internal is not handed on',
      'internal is never exported from an entry',
      { 'src/clients/rest.ts': "export { x } from '../internal/x.js'" },
    ],
    [
      'internal is not imported, then exported',
      'internal is never exported from an entry',
      { 'src/clients/rest.ts': "import { a, b as x } from '../internal/x.js'\nexport { a }" },
    ],
    [
      'no cycle',
      'import cycle: src/core/a.ts -> src/core/b.ts -> src/core/a.ts',
      {
        'src/core/a.ts': "import { b } from './b.js'\nexport const a = () => b",
        'src/core/b.ts': "import { a } from './a.js'\nexport const b = () => a",
      },
    ],
    [
      'no cycle through a dynamic import',
      'import cycle: src/core/a.ts -> src/core/b.ts -> src/core/a.ts',
      {
        'src/core/a.ts': "export const a = () => import('./b.js')",
        'src/core/b.ts': "import { a } from './a.js'\nexport const b = () => a",
      },
    ],
  ])('refuse a house where this does not hold: %s', (_, message, files) => {
    expect(check(files).join('\n')).toContain(message)
  })
})

import { describe, expect, it } from 'vitest'
import { isTypeScript, readSources } from './read-sources.js'
import { findMachineWords, findSilencedChecks, findUndocumented, findWireWords } from './words.js'

const file = (path: string, text: string) => new Map([[path, text]])

describe("the backend's words", () => {
  it('stand only in the rooms that speak to it', () => {
    const files = readSources(
      (path) => /^(src|stories|examples|\.storybook)\//.test(path) && isTypeScript(path),
    )
    expect(findWireWords(files)).toEqual([])
  })

  it('are found anywhere else', () => {
    expect(findWireWords(file('src/hooks/x.ts', 'const x = row.created_at'))).toEqual([
      'src/hooks/x.ts: created_at',
    ])
    expect(findWireWords(file('src/clients/x.ts', 'const x = row.created_at'))).toEqual([])
  })
})

describe('what is written here', () => {
  it('holds on every machine', () => {
    const files = readSources(
      (path) =>
        (/\.(ts|tsx|mts|mjs|js|json|yaml|md|mdx|css|html)$/.test(path) ||
          ['.ci/run', '.npmrc'].includes(path)) &&
        path !== 'test/house/words.test.ts',
    )
    expect(findMachineWords(files)).toEqual([])
  })

  it.each([
    ['a folder outside the project', 'see ../shared/NOTES.md'],
    ['an absolute path of one machine', "const at = '/home/ann/project'"],
    ['an absolute path of one machine', 'cd /Users/ann'],
    ["a package registry's address", '"resolved": "https://registry.example.org/x.tgz"'],
  ])('is refused when it names %s', (what, text) => {
    expect(findMachineWords(file('README.md', text))).toEqual([`README.md: ${what}`])
  })

  it('may speak of addresses and of the parts of a path', () => {
    const text =
      "fetch('https://example.com/work/1'); '/usr/bin/env'; 'src/work/x'; `{base}/home/x`"
    expect(findMachineWords(file('src/x.ts', text))).toEqual([])
  })
})

describe("the compiler's checks", () => {
  it('are silenced nowhere', () => {
    const files = readSources((path) => isTypeScript(path) && !path.startsWith('test/house/'))
    expect(findSilencedChecks(files)).toEqual([])
  })

  it('are proven by refusals in the type tests', () => {
    const text = '// @ts-expect-error: an unknown word'
    expect(findSilencedChecks(file('src/x.ts', text))).toEqual(['src/x.ts'])
    expect(findSilencedChecks(file('test/types/x.test-d.ts', text))).toEqual([])
  })
})

describe('docstrings', () => {
  it('stand on every exported thing and every member of a public shape', () => {
    const files = readSources((path) => /^(src|mocks)\//.test(path) && isTypeScript(path))
    expect(findUndocumented(files)).toEqual([])
  })

  it('are missed on a declaration, a prop and a method', () => {
    const text = `
export const a = 1
// not a docstring
export interface XProps {
  /** The id. */
  readonly id: string
  readonly name?: string
  onChange(next: string): void
}
/** Options. */
export type YOptions = { /** Kept. */ a: 1; b: 2 } & Z
interface Hidden { c: 1 }
export type { Hidden }
`
    expect(findUndocumented(file('src/core/x.ts', text))).toEqual([
      'src/core/x.ts: a',
      'src/core/x.ts: XProps',
      'src/core/x.ts: XProps.name',
      'src/core/x.ts: XProps.onChange',
      'src/core/x.ts: YOptions.b',
    ])
  })

  it('of members are asked outside core for what a caller passes and gets', () => {
    const text = `
/** Kept inside. */
export interface Moment { at: number }
/** Passed. */
export interface MomentOptions { at: number }
`
    expect(findUndocumented(file('src/hooks/x.ts', text))).toEqual([
      'src/hooks/x.ts: MomentOptions.at',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { THEMES } from '../../.storybook/themes.js'
import { readSources } from './read-sources.js'

const themes = readSources((path) => /^examples\/themes\/[\w-]+\.css$/.test(path))
// the others are about several components at once
const components = readSources(
  (path) => /^stories\/\w+\.stories\.tsx$/.test(path) && !/\/(Themes|OwnParts)\./.test(path),
)
const entries = readSources((path) => ['src/index.ts', 'src/hooks.ts'].includes(path))
const pages = readSources((path) => /^stories\/hooks\/\w+\.mdx$/.test(path))

describe('the Storybook', () => {
  it('lays all states of each component out on one sheet', () => {
    const missing = [...components].filter(([, text]) => !text.includes('export const AllStates:'))
    expect(components.size).toBeGreaterThan(15)
    expect(missing.map(([path]) => path)).toEqual([])
  })

  it('has a page for each public hook', () => {
    const hooks = [...entries.values()].flatMap(
      (text) => text.match(/\buse[A-Z]\w+(?=,| })/g) ?? [],
    )
    const missing = [...new Set(hooks)].filter((hook) => !pages.has(`stories/hooks/${hook}.mdx`))
    expect(hooks.length).toBeGreaterThan(10)
    expect(missing).toEqual([])
  })

  it('gives the page of each example theme the class that its sheet hangs on', () => {
    const classes = Object.values(THEMES).flatMap(({ className }) => className ?? [])
    const unused = [...themes].filter(
      ([, sheet]) => !classes.some((name) => sheet.includes(`.${name} .ej-root {`)),
    )
    expect(themes.size).toBeGreaterThan(2)
    expect(unused.map(([path]) => path)).toEqual([])
  })

  it('shows each of those hooks at work', () => {
    const idle = [...pages].filter(([, text]) => !text.includes('<Canvas of={Stories.Example}'))
    expect(idle.map(([path]) => path)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { isTypeScript, readSources } from '../house/read-sources.js'
import { entries, reachOf, readBuilt } from './built-package.js'

const LAYER = /^@layer react-export-jobs \{\n([\s\S]*)\}\n$/

const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '')

/** The classes that a stylesheet paints. */
const classesIn = (css: string) =>
  new Set([...withoutComments(css).matchAll(/\.(ej-[a-z0-9-]+)/g)].map(([, name]) => name ?? ''))

/** The classes that the components' slot lists name: `root` is the part's own class. */
const slotClasses = () => {
  const files = readSources(
    (path) => /^src\/components\/.*slots\.ts$/.test(path) && isTypeScript(path),
  )
  const text = [...files.values()].join('\n')
  return new Set([...text.matchAll(/'(ej-[a-z0-9-]+)'/g)].map(([, name]) => name ?? ''))
}

describe('the stylesheets', () => {
  const styles = () => readBuilt('dist/styles.css')

  it('say the same, one of them inside a layer', () => {
    expect(LAYER.exec(readBuilt('dist/styles.layer.css'))?.[1]).toBe(styles())
  })

  it('need no other file', () => {
    expect(withoutComments(styles())).not.toMatch(/@import|url\(\s*['"]?(?!data:)/)
  })

  it('keep the colours that follow the light or dark scheme', () => {
    expect(styles()).toContain('light-dark(')
  })

  it('paint only classes that the components write', () => {
    const code = entries
      .filter(({ name }) => name === '.')
      .flatMap(({ file }) => [...reachOf(file).files])
      .map(readBuilt)
      .join('\n')
    const slots = slotClasses()
    const unknown = [...classesIn(styles())].filter(
      (name) => !slots.has(name) && !new RegExp(`\\b${name}\\b`).test(code),
    )
    expect(unknown).toEqual([])
  })

  it('paint every slot of the components', () => {
    const painted = classesIn(styles())
    expect([...slotClasses()].filter((name) => !painted.has(name))).toEqual([])
  })
})

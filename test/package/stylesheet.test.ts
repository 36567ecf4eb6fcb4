import { describe, expect, it } from 'vitest'
import { readSources } from '../house/read-sources.js'
import { readBuilt } from './built-package.js'

const LAYER = /^@layer react-export-jobs \{\n([\s\S]*)\}\n$/

const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '')

/** The classes that a stylesheet paints. */
const classesIn = (css: string) =>
  new Set([...withoutComments(css).matchAll(/\.(ej-[a-z0-9-]+)/g)].map(([, name]) => name ?? ''))

/** The components' slots. */
const slots = () => {
  const files = readSources((path) => /^src\/components\/.*slots\.ts$/.test(path))
  const lists = [...files.values()].flatMap((text) => [
    ...text.matchAll(/_SLOTS = \[([^\]]*)\] as const/g),
  ])
  return lists.flatMap(([, list]) =>
    [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, slot]) => `${slot}`),
  )
}

/** The class of a slot: `iconButton` has `ej-icon-button`. */
const classOf = (slot: string) =>
  `ej-${slot.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

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

  it('paint only slots of the components', () => {
    const known = new Set(slots().map(classOf))
    expect([...classesIn(styles())].filter((name) => !known.has(name))).toEqual([])
  })
})

describe('the slots of the components', () => {
  it('are all drawn, by their name or by their class', () => {
    const files = readSources((path) => /^src\/components\/.*(?<!slots)\.tsx?$/.test(path))
    const text = [...files.values()].join('\n')
    const drawn = (slot: string) => new RegExp(`\\.${slot}\\b|\\b${classOf(slot)}\\b`).test(text)
    expect(slots()).toContain('root')
    expect(slots().filter((slot) => !drawn(slot))).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const TOKEN = /\/\* ([^*]+) \*\/\s*(--ej-[a-z-]+):\s*([^;]+);/g

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

describe('the page on theming', () => {
  it('has every variable, with its default and what it does, as the stylesheet says', () => {
    const tokens = [...readFileSync('src/styles/tokens.css', 'utf8').matchAll(TOKEN)].map(
      ([, words = '', name = '', value = '']) =>
        `| \`${name}\` | \`${oneLine(value)}\` | ${oneLine(words)} |`,
    )
    const page = readFileSync('docs/theming.md', 'utf8')
    const table = page.split('\n').filter((line) => line.startsWith('| `--ej-'))
    expect(tokens.length).toBeGreaterThan(20)
    expect(table).toEqual(tokens)
  })
})

describe('the example themes', () => {
  it.each(['material', 'shadcn', 'enterprise'])('%s sets only variables that there are', (name) => {
    const known = new Set(
      [...readFileSync('src/styles/tokens.css', 'utf8').matchAll(TOKEN)].map(
        ([, , token]) => token,
      ),
    )
    const theme = readFileSync(`examples/themes/${name}.css`, 'utf8')
    const set = [...theme.matchAll(/(--[a-z-]+):/g)].map(([, token]) => token)
    expect(set.length).toBeGreaterThan(10)
    expect(set.filter((token) => !known.has(token))).toEqual([])
    expect(theme).not.toContain('!important')
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entries } from './built-package.js'
import { exportsOf } from './exports-of.js'

/**
 * A name that comes or goes is a change that hosts notice: run `npm run pin-exports`, read the
 * difference, and write the line for CHANGELOG.md.
 */
const lists: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('export-lists.json', import.meta.url), 'utf8'),
)

describe('the exported names', () => {
  it('are pinned for each entry', () => {
    expect(Object.keys(lists)).toEqual(entries.map(({ name }) => name))
  })

  it.each(entries)('of $name are the pinned ones', (entry) => {
    expect(exportsOf(entry)).toEqual(lists[entry.name])
  })
})

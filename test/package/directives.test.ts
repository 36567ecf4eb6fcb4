import { describe, expect, it } from 'vitest'
import { entries, reachOf, readBuilt } from './built-package.js'

const CLIENT_ENTRIES = ['.', './hooks']

const startsWithDirective = (file: string) => /^\s*(['"])use client\1/.test(readBuilt(file))

describe("'use client'", () => {
  it.each(entries.filter(({ name }) => CLIENT_ENTRIES.includes(name)))(
    'stands first in $name',
    ({ file }) => {
      expect(startsWithDirective(file)).toBe(true)
    },
  )

  it.each(entries.filter(({ name }) => !CLIENT_ENTRIES.includes(name)))(
    'is absent from all that $name reaches',
    ({ file }) => {
      const marked = [...reachOf(file).files].filter((path) => startsWithDirective(path))
      expect(marked).toEqual([])
    },
  )
})

import { describe, expect, it } from 'vitest'
import type { CanFunction } from '../../src/core/actions.js'
import { isTypeVisible, permittedTypes, resolveListAccess } from '../../src/core/list-access.js'

const plain = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const guarded = plain.map((type) => ({ ...type, permission: `see-${type.id}` }))

/** A host that grants permissions by name, and asks none for the page. */
const grants =
  (...names: readonly string[]): CanFunction =>
  (_, { permission } = {}) =>
    permission === undefined || names.includes(permission)

describe('what a person may see of the list', () => {
  it('is everything where no type asks for a permission and none is refused', () => {
    expect(resolveListAccess(plain, () => true)).toEqual({ answer: true, reportTypes: null })
    expect(resolveListAccess([], () => true)).toEqual({ answer: true, reportTypes: null })
  })

  it.each([false, 'pending'] as const)('is for the page to say: %s', (answer) => {
    const can: CanFunction = (_, details) => (details === undefined ? answer : true)
    expect(resolveListAccess(guarded, can)).toEqual({ answer, reportTypes: null })
  })

  it('is the permitted types, also when that is all of them', () => {
    expect(resolveListAccess(guarded, grants('see-b')).reportTypes).toEqual(['b'])
    expect(resolveListAccess(guarded, () => true).reportTypes).toEqual(['a', 'b'])
  })

  it('is confined by a refused type that names no permission too', () => {
    const can: CanFunction = (_, details) => details?.reportType !== 'a'
    expect(resolveListAccess(plain, can).reportTypes).toEqual(['b'])
  })

  it('is nothing where no type is permitted', () => {
    expect(resolveListAccess(guarded, grants())).toEqual({ answer: false, reportTypes: [] })
  })

  it('is not known while one of the types is pending', () => {
    const can: CanFunction = (_, details) => (details?.reportType === 'a' ? 'pending' : true)
    expect(resolveListAccess(guarded, can).answer).toBe('pending')
  })
})

describe('a confined list', () => {
  const access = resolveListAccess(guarded, grants('see-a'))

  it('asks for the permitted types, or for those of them that are wanted', () => {
    expect(permittedTypes([], access)).toEqual(['a'])
    expect(permittedTypes(['a', 'b'], access)).toEqual(['a'])
    expect(permittedTypes(['b'], access)).toBeNull()
  })

  it('shows no job of another type, nor of one that nobody knows', () => {
    expect(['a', 'b', 'new', null].map((type) => isTypeVisible(type, access))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('shows nothing while the answer is pending', () => {
    expect(isTypeVisible('a', { answer: 'pending', reportTypes: null })).toBe(false)
  })
})

describe('a list that is not confined', () => {
  const access = resolveListAccess(plain, () => true)

  it('asks for what is wanted, and shows what comes', () => {
    expect(permittedTypes([], access)).toEqual([])
    expect(permittedTypes(['new'], access)).toEqual(['new'])
    expect(isTypeVisible('new', access)).toBe(true)
    expect(isTypeVisible(null, access)).toBe(true)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { createTabStorage } from '../../src/sync/tab-storage.js'

function createArea(): Storage {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  }
}

const storageEvent = (fields: {
  key: string | null
  newValue: string | null
  storageArea: Storage
}) => Object.assign(new Event('storage'), fields)

const BAD_STORAGES: readonly [string, () => Storage | null][] = [
  [
    'full',
    () => ({
      ...createArea(),
      setItem() {
        throw new DOMException('', 'QuotaExceededError')
      },
    }),
  ],
  [
    'forbidden',
    () => {
      throw new DOMException('', 'SecurityError')
    },
  ],
  ['absent', () => null],
]

describe('the storage of several windows', () => {
  it('keeps texts where another window finds them', () => {
    const area = createArea()
    const [one, other] = [
      createTabStorage({ open: () => area }),
      createTabStorage({ open: () => area }),
    ]
    expect(one.write('a:1', 'x')).toBe(true)
    one.write('b:1', 'y')
    expect(other.read('a:1')).toBe('x')
    expect([...other.entries('a:')]).toEqual([['a:1', 'x']])
    other.write('a:1', null)
    expect(one.read('a:1')).toBeNull()
    expect(one.entries('a:').size).toBe(0)
  })

  it.each(BAD_STORAGES)('keeps texts for its own page when storage is %s', (_name, open) => {
    const storage = createTabStorage({ open })
    expect(storage.write('a:1', 'x')).toBe(false)
    expect(storage.read('a:1')).toBe('x')
    expect([...storage.entries('a:')]).toEqual([['a:1', 'x']])
    storage.write('a:1', null)
    expect(storage.read('a:1')).toBeNull()
    expect(storage.entries('a:').size).toBe(0)
  })

  it('keeps for its own page what it is told to, whatever is stored', () => {
    const storage = createTabStorage({ open: createArea })
    storage.keep('a', 'mine')
    expect(storage.read('a')).toBe('mine')
  })

  it('tells what another window changed, and believes it over its own', () => {
    const area = createArea()
    const events = new EventTarget()
    const storage = createTabStorage({ open: () => area, events: () => events })
    const heard = vi.fn()
    const stop = storage.subscribe(heard)
    storage.keep('a', 'mine')
    area.setItem('a', 'theirs')
    events.dispatchEvent(storageEvent({ key: 'a', newValue: 'theirs', storageArea: area }))
    expect(heard.mock.calls).toEqual([['a', 'theirs']])
    expect(storage.read('a')).toBe('theirs')
    events.dispatchEvent(storageEvent({ key: null, newValue: null, storageArea: area }))
    expect(heard).toHaveBeenLastCalledWith(null, null)
    stop()
    events.dispatchEvent(storageEvent({ key: 'a', newValue: 'later', storageArea: area }))
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it("does not take session storage's changes for its own", () => {
    const events = new EventTarget()
    const storage = createTabStorage({ open: () => area, events: () => events })
    const area = createArea()
    const heard = vi.fn()
    storage.subscribe(heard)
    events.dispatchEvent(storageEvent({ key: 'a', newValue: 'x', storageArea: createArea() }))
    expect(heard).not.toHaveBeenCalled()
  })
})

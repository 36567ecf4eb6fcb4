import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBrowser } from './fake-browser.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each([
  ['a BroadcastChannel', { hasChannel: true }],
  ['storage events', { hasChannel: false }],
])('messages by %s', (_name, options) => {
  it('reach every other window, and not their own', async () => {
    const browser = createFakeBrowser(options)
    const windows = [browser.open(), browser.open(), browser.open()]
    const heard = windows.map(({ tabs }) => {
      const listener = vi.fn()
      tabs.channel.subscribe(listener)
      return listener
    })
    windows[0]?.tabs.channel.post({ hello: [1, 'two'] })
    windows[0]?.tabs.channel.post({ hello: [1, 'two'] })
    await vi.advanceTimersByTimeAsync(10)
    expect(heard.map(({ mock }) => mock.calls.length)).toEqual([0, 2, 2])
    expect(heard[1]).toHaveBeenLastCalledWith({ hello: [1, 'two'] })
    expect(browser.stored.size).toBe(0)
  })

  it('stop when nobody listens', async () => {
    const browser = createFakeBrowser(options)
    const [one, other] = [browser.open(), browser.open()]
    const heard = vi.fn()
    one.tabs.channel.subscribe(() => {})
    other.tabs.channel.subscribe(heard)()
    one.tabs.channel.post('x')
    await vi.advanceTimersByTimeAsync(10)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a message that cannot be sent', () => {
  it('throws nothing at the sender', async () => {
    const browser = createFakeBrowser()
    const { channel } = browser.open().tabs
    channel.subscribe(() => {})
    expect(() => channel.post({ run: () => {} })).not.toThrow()
  })

  it('reaches nobody where there is neither channel nor storage, and harms nobody', async () => {
    const browser = createFakeBrowser({ hasChannel: false, storage: 'forbidden' })
    const [one, other] = [browser.open(), browser.open()]
    const heard = vi.fn()
    one.tabs.channel.subscribe(() => {})
    other.tabs.channel.subscribe(heard)
    one.tabs.channel.post('x')
    await vi.advanceTimersByTimeAsync(10)
    expect(heard).not.toHaveBeenCalled()
  })
})

import { describe, expect, it, vi } from 'vitest'
import type { JobEvent } from '../../src/core/client.js'
import { sharePush } from '../../src/queries/shared-push.js'
import { createPush } from '../support/create-push.js'

const listen = (share: ReturnType<typeof sharePush>) => {
  const heard: JobEvent['type'][] = []
  const stop = share(({ type }) => heard.push(type))
  return { heard, stop }
}

describe('the push of a page', () => {
  it('is one subscription, however many listen, from the first to the last', () => {
    const { subscribe, say, listeners } = createPush()
    const share = sharePush(subscribe)
    const [one, other] = [listen(share), listen(share)]
    expect(listeners.size).toBe(1)
    say({ type: 'stale' })
    expect([one.heard, other.heard]).toEqual([['stale'], ['stale']])
    one.stop()
    one.stop()
    expect(listeners.size).toBe(1)
    other.stop()
    expect(listeners.size).toBe(0)
    listen(share)
    expect(listeners.size).toBe(1)
  })

  it('tells one that comes later that the channel is up, and only then', async () => {
    const { subscribe, say } = createPush()
    const share = sharePush(subscribe)
    const first = listen(share)
    const early = listen(share)
    await Promise.resolve()
    expect(early.heard).toEqual([])
    say({ type: 'connected' })
    const late = listen(share)
    await Promise.resolve()
    expect(late.heard).toEqual(['connected'])
    say({ type: 'disconnected' })
    const last = listen(share)
    await Promise.resolve()
    expect(last.heard).toEqual([])
    expect(first.heard).toEqual(['connected', 'disconnected'])
  })

  it('says nothing to one that has left at once, as in a strict mode', async () => {
    const { subscribe, say } = createPush()
    const share = sharePush(subscribe)
    listen(share)
    say({ type: 'connected' })
    const brief = listen(share)
    brief.stop()
    await Promise.resolve()
    expect(brief.heard).toEqual([])
  })

  it('does without one that throws, and says so', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const share = sharePush(() => {
      throw new Error('No channel.')
    })
    expect(() => listen(share).stop()).not.toThrow()
    expect(log).toHaveBeenCalledTimes(1)
    log.mockRestore()
  })

  it.each([
    ['a job that cannot be drawn', { type: 'changed', jobs: [{ id: '1', status: 'DONE' }] }],
    ['no jobs', { type: 'changed' }],
    ['nothing', null],
  ])('makes a look at the list of news that holds %s, and says what is wrong', (_, news) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { subscribe, say } = createPush()
    const { heard } = listen(sharePush(subscribe))
    say(news as never)
    expect(heard).toEqual(['stale'])
    expect(log).toHaveBeenCalledTimes(1)
    log.mockRestore()
  })

  it('lets a page go whose subscribe gives no way to stop, and says so', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const share = sharePush((async () => () => {}) as never)
    expect(() => listen(share).stop()).not.toThrow()
    expect(String(log.mock.calls[0]?.[1])).toContain('must return what stops it')
    log.mockRestore()
  })
})

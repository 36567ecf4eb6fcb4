import { describe, expect, it } from 'vitest'
import { readNews } from '../../src/push/channel/read-news.js'

describe('a message of the default form', () => {
  it.each<[text: string, news: unknown]>([
    ['{"type":"changed"}', { type: 'changed', jobs: [] }],
    ['{"type":"changed","ids":["1"],"at":3}', { type: 'changed', jobs: [] }],
    ['{"type":"removed","ids":["1",2]}', { type: 'removed', ids: ['1', '2'] }],
    ['{"type":"removed"}', { type: 'stale' }],
    ['{"type":"removed","ids":"1"}', { type: 'stale' }],
    ['{"type":"stale"}', { type: 'stale' }],
  ])('is understood: %s', (text, news) => {
    expect(readNews(text)).toEqual(news)
  })

  it.each(['', 'ping', 'null', '7', '[]', '{}', '{"type":"ping"}', '{"type":"connected"}', '{"ty'])(
    'is of another kind: %j',
    (text) => {
      expect(readNews(text)).toBeNull()
    },
  )

  it('is no message in bytes', () => {
    expect(readNews(new ArrayBuffer(4))).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { memo } from '../../src/internal/memo.js'

describe('what is kept of a function', () => {
  it('is asked for once for each text, even where it is nothing', () => {
    const asked: string[] = []
    const read = memo((text) => {
      asked.push(text)
      return text === 'junk' ? null : text.length
    })
    expect([read('four'), read('junk'), read('four'), read('junk')]).toEqual([4, null, 4, null])
    expect(asked).toEqual(['four', 'junk'])
  })

  it('is forgotten when it becomes too much, and is right again', () => {
    let count = 0
    const read = memo((text) => {
      count += 1
      return `${text}!`
    })
    for (let index = 0; index <= 1_000; index += 1) read(String(index))
    expect(read('1000')).toBe('1000!')
    expect(count).toBe(1_001)
    expect(read('0')).toBe('0!')
    expect(count).toBe(1_002)
  })
})

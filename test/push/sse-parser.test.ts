import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSseParser, type SseMessage } from '../../src/push/sse/sse-parser.js'

const encoder = new TextEncoder()

function readPieces(pieces: readonly Uint8Array[], firstId = '') {
  const messages: SseMessage[] = []
  const retries: number[] = []
  const read = createSseParser(
    firstId,
    (message) => messages.push(message),
    (retryMs) => retries.push(retryMs),
  )
  let lastId = firstId
  for (const piece of pieces) lastId = read(piece)
  return { messages, retries, lastId }
}

const readText = (text: string, firstId?: string) => readPieces([encoder.encode(text)], firstId)

const dataOf = (text: string) => readText(text).messages.map(({ data }) => data)

describe('the data of an event stream', () => {
  it.each<[what: string, text: string, data: string[]]>([
    ['one line', 'data: a\n\n', ['a']],
    ['without the space', 'data:a\n\n', ['a']],
    ['only one space is taken away', 'data:  a \n\n', [' a ']],
    ['a tab is no space', 'data:\ta\n\n', ['\ta']],
    ['several lines', 'data: a\ndata\ndata: b\n\n', ['a\n\nb']],
    ['an empty line of data', 'data\n\n', ['']],
    ['two empty lines of data', 'data:\ndata:\n\n', ['\n']],
    ['colons in the value', 'data: {"a":1}\n\n', ['{"a":1}']],
    ['CR', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['mixed line ends', 'data: a\r\n\ndata: b\n\rdata: c\r\r\n', ['a', 'b', 'c']],
    ['line separators of other kinds', 'data: a\u2028b\u0085c\n\n', ['a\u2028b\u0085c']],
    ['a byte order mark', '\uFEFFdata: a\n\n', ['a']],
    ['a second byte order mark', '\uFEFF\uFEFFdata: a\n\n', []],
    ['comments', ': hello\n\n:\n\ndata: a\n: b\ndata: c\n\n', ['a\nc']],
    ['unknown fields', 'date: x\nDATA: y\n data: z\ndata : w\ndata: a\n\n', ['a']],
    ['an event without data', 'event: x\nid: 1\n\n', []],
    ['an unfinished event', 'data: a\n\ndata: b\n', ['a']],
    ['an unfinished line', 'data: a\n\ndata: b', ['a']],
    ['beyond ASCII', 'data: é € 😀\n\n', ['é € 😀']],
    ['a NUL', 'data: a\0b\n\n', ['a\0b']],
  ])('is read: %s', (_, text, data) => {
    expect(dataOf(text)).toEqual(data)
  })

  it('survives bytes that are no UTF-8', () => {
    const bytes = new Uint8Array([...encoder.encode('data: a'), 0xff, ...encoder.encode('b\n\n')])
    expect(readPieces([bytes]).messages[0]?.data).toBe('a\uFFFDb')
  })
})

describe('the type of an event', () => {
  it('is message unless the stream names one, for one event at a time', () => {
    const { messages } = readText('event: a\ndata: 1\n\ndata: 2\n\nevent: b\n\ndata: 3\n\n')
    expect(messages.map(({ event }) => event)).toEqual(['a', 'message', 'message'])
  })
})

describe('the event id', () => {
  it.each<[what: string, text: string, id: string]>([
    ['is kept', 'id: 1\ndata: a\n\n', '1'],
    ['holds for later events', 'id: 1\ndata: a\n\ndata: b\n\n', '1'],
    ['counts without data', 'id: 1\n\n', '1'],
    ['counts from the blank line on', 'id: 1\ndata: a\n\nid: 2\ndata: b\n', '1'],
    ['can be taken back', 'id: 1\n\nid\n\n', ''],
    ['with a NUL is none', 'id: 1\n\nid: 2\0\n\n', '1'],
    ['of the connection before holds', 'data: a\n\n', 'before'],
  ])('%s', (_, text, id) => {
    expect(readText(text, 'before').lastId).toBe(id)
  })

  it('comes with each event', () => {
    const { messages } = readText('data: a\n\nid: 1\ndata: b\n\ndata: c\n\n', '0')
    expect(messages.map(({ id }) => id)).toEqual(['0', '1', '1'])
  })
})

describe('the wait that a stream asks for', () => {
  it.each<[text: string, retries: number[]]>([
    ['retry: 1500\n', [1500]],
    ['retry:007\n', [7]],
    ['retry\n', []],
    ['retry: 1.5\n', []],
    ['retry: -1\n', []],
    ['retry: 1e3\n', []],
    ['retry: 5s\n', []],
    ['retry:  5\n', []],
    ['retry: ١\n', []],
  ])('is digits alone: %j', (text, retries) => {
    expect(readText(text).retries).toEqual(retries)
  })
})

describe('a stream cut into pieces', () => {
  const part = fc.constantFrom(
    ...['data', 'id', 'event', 'retry', ':', ': ', ' ', '\n', '\r', '\r\n', '\n\n', '\uFEFF'],
    ...['1', 'é', '€', '😀', '\0', 'data: a\n\n', 'id: 7\r\n', 'event: x\r'],
  )
  const stream = fc.array(part, { maxLength: 40 }).map((parts) => encoder.encode(parts.join('')))
  const cuts = fc.array(fc.nat(200), { maxLength: 30 })

  it('says the same wherever it is cut', () => {
    fc.assert(
      fc.property(stream, cuts, (bytes, places) => {
        const ends = [...places.map((place) => place % (bytes.length + 1)), 0, bytes.length]
        ends.sort((one, other) => one - other)
        // equal places make empty pieces, which count for nothing either
        const pieces = ends.slice(1).map((end, index) => bytes.subarray(ends[index], end))
        expect(readPieces(pieces)).toEqual(readPieces([bytes]))
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
    )
  })

  it('takes one byte order mark away, also when it comes in pieces', () => {
    const bytes = encoder.encode('\uFEFF\uFEFFdata: a\n\ndata: b\n\n')
    const pieces = [bytes.subarray(0, 1), bytes.subarray(1)]
    expect(readPieces(pieces)).toEqual(readPieces([bytes]))
    expect(readPieces(pieces).messages).toHaveLength(1)
  })

  it('says the same byte by byte', () => {
    const text = '\uFEFFid: é\r\nevent: x\rdata: 😀\ndata: €\r\n\r\ndata: b\r\r'
    const bytes = encoder.encode(text)
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte))
    expect(readPieces(pieces).messages).toEqual([
      { event: 'x', data: '😀\n€', id: 'é' },
      { event: 'message', data: 'b', id: 'é' },
    ])
  })

  it('brings an event that ends with CR at once, and none for the LF that follows', () => {
    const first = encoder.encode('data: a\r\r')
    expect(readPieces([first]).messages).toHaveLength(1)
    const second = encoder.encode('\ndata: b\n\n')
    expect(readPieces([first, new Uint8Array(), second]).messages).toHaveLength(2)
  })
})

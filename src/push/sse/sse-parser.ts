/** One event of an event stream. */
export interface SseMessage {
  /** The event's type; `message` when the stream names none. */
  readonly event: string
  /** The data lines, joined by line feeds. */
  readonly data: string
  /** The stream's latest event id, or the empty text. */
  readonly id: string
}

/**
 * Makes a function that reads an event stream piece by piece, cut anywhere, and answers with the
 * last event id so far. What stands after the last blank line when the stream ends is no event.
 *
 * Source: HTML standard, 9.2.5 and 9.2.6. It differs in one point, as browsers do: the last event id
 * of the connection before holds until the stream names another.
 *
 * @param id - The last event id of the connection before this one, or the empty text.
 * @param onMessage - Called for each event.
 * @param onRetry - Called with the wait in milliseconds that the stream asks for.
 */
export function createSseParser(
  id: string,
  onMessage: (message: SseMessage) => void,
  onRetry: (retryMs: number) => void,
): (bytes: Uint8Array) => string {
  // keeps a character that is cut in two; the byte order mark is ours to take, since decoders differ
  // when it comes in pieces
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let isBegun = false
  let lastId = id
  let nextId = id
  let event = ''
  let data = ''
  let line = ''
  let endsWithCr = false

  function readLine(): void {
    const [, name, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    if (line === '') {
      lastId = nextId
      const message = { event: event || 'message', data: data.slice(0, -1), id: lastId }
      if (data !== '') onMessage(message)
      event = data = ''
    } else if (name === 'data') data += `${value}\n`
    else if (name === 'event') event = value
    else if (name === 'id' && !value.includes('\0')) nextId = value
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry(Number(value))
  }

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true })
    if (text !== '') {
      if (!isBegun) text = text.replace(/^\uFEFF/, '')
      isBegun = true
      if (endsWithCr) text = text.replace(/^\n/, '')
      endsWithCr = text.endsWith('\r')
      const [rest = '', ...more] = text.split(/\r\n|\r|\n/)
      line += rest
      for (const next of more) {
        readLine()
        line = next
      }
    }
    return lastId
  }
}

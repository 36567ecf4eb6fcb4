import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** A server's end of one WebSocket. */
export interface ServerSocket {
  readonly request: IncomingMessage
  /** Texts that have come. */
  readonly texts: string[]
  /** Whether the page has begun to close, or the connection is gone. */
  isClosed: boolean
  send(text: string): void
  close(code: number): void
  /** Breaks the connection without a word. */
  destroy(): void
}

const KEY_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** The little of RFC 6455 that short, unbroken text messages need; Node has no WebSocket server. */
export async function startWebSocketServer() {
  const sockets: ServerSocket[] = []
  const streams = new Set<Duplex>()
  const server = createServer()
  server.on('upgrade', (request, stream) => {
    const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${KEY_SUFFIX}`)
    const [protocol] = String(request.headers['sec-websocket-protocol'] ?? '').split(',')
    stream.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${key.digest('base64')}`,
        ...(protocol ? [`Sec-WebSocket-Protocol: ${protocol}`] : []),
        '\r\n',
      ].join('\r\n'),
    )
    streams.add(stream)
    sockets.push(serve(request, stream))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    sockets,
    url: `http://127.0.0.1:${address.port}/live`,
    async stop() {
      for (const stream of streams) stream.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

function serve(request: IncomingMessage, stream: Duplex): ServerSocket {
  const frame = (opcode: number, payload: Buffer) =>
    stream.write(Buffer.concat([Buffer.of(0x80 | opcode, payload.length), payload]))
  const socket: ServerSocket = {
    request,
    texts: [],
    isClosed: false,
    send: (text) => frame(0x1, Buffer.from(text)),
    close: (code) => frame(0x8, Buffer.of(code >> 8, code & 0xff)),
    destroy: () => stream.destroy(),
  }
  let rest = Buffer.alloc(0)
  stream.on('error', () => {})
  stream.on('close', () => {
    socket.isClosed = true
  })
  stream.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      // two bytes of head, four of mask, then up to 125 of text
      const [head = 0, length = 0] = rest
      const end = 6 + (length & 0x7f)
      if (rest.length < end) return
      const mask = rest.subarray(2, 6)
      const payload = Buffer.from(
        rest.subarray(6, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
      )
      rest = rest.subarray(end)
      if ((head & 0xf) === 0x1) socket.texts.push(payload.toString('utf8'))
      if ((head & 0xf) === 0x8) {
        socket.isClosed = true
        frame(0x8, payload)
        stream.end()
      }
    }
  })
  return socket
}

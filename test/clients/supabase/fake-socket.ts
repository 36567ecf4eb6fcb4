/** One message of the Realtime protocol: its channel's join, its own number, topic, event, payload. */
export type Message = [
  join: string | null,
  ref: string | null,
  topic: string,
  event: string,
  payload: unknown,
]

/** A WebSocket without a network, pulled by the test. */
export class FakeSocket {
  static readonly opened: FakeSocket[] = []

  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly url: string
  readonly protocol = ''
  binaryType = 'blob'
  bufferedAmount = 0
  extensions = ''
  readyState = 0
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly sent: Message[] = []

  constructor(address: string | URL) {
    this.url = String(address)
    FakeSocket.opened.push(this)
    queueMicrotask(() => {
      this.readyState = 1
      this.onopen?.(new Event('open'))
    })
  }

  send(data: unknown): void {
    const message: Message = JSON.parse(String(data))
    this.sent.push(message)
    const [join, ref, topic, event] = message
    if (event === 'phx_leave')
      this.tell([join, ref, topic, 'phx_reply', { status: 'ok', response: {} }])
  }

  close(): void {
    this.readyState = 3
    this.onclose?.(new CloseEvent('close', { code: 1000, wasClean: true }))
  }

  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true
  }

  /** Hands a message to the page. */
  tell(message: Message): void {
    queueMicrotask(() =>
      this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) })),
    )
  }

  /** The messages of one kind that the page sent. */
  sentAs(event: string): readonly Message[] {
    return this.sent.filter((message) => message[3] === event)
  }
}

import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** What hidden frames were sent to. */
export interface WatchedFrames {
  /** The links, in their order. */
  readonly sent: readonly string[]
  /** The frames, in their order. */
  readonly frames: readonly HTMLIFrameElement[]
  /** Storage answers a frame with an error page; left out, the latest one. */
  readonly refuse: (index?: number) => Promise<void>
  /** Takes the frames away, and lets new ones be jsdom's own again. */
  readonly restore: () => void
}

/**
 * jsdom cannot navigate a frame: the frame's window takes down where it is sent to, and a frame that has
 * an address of its own (the look whether frames are allowed) loads at once.
 */
export function watchFrames(): WatchedFrames {
  const sent: string[] = []
  const frames: HTMLIFrameElement[] = []
  const refused = new Set<HTMLIFrameElement>()
  const { prototype } = HTMLIFrameElement
  const spies = [
    vi.spyOn(prototype, 'contentWindow', 'get').mockImplementation(function (
      this: HTMLIFrameElement,
    ) {
      frames.push(this)
      return { location: { replace: (url: string) => sent.push(url) } } as unknown as Window
    }),
    vi.spyOn(prototype, 'contentDocument', 'get').mockImplementation(function (
      this: HTMLIFrameElement,
    ) {
      return refused.has(this) ? null : ({ URL: 'about:blank' } as Document)
    }),
    vi.spyOn(prototype, 'src', 'set').mockImplementation(function (this: HTMLIFrameElement) {
      queueMicrotask(() => this.dispatchEvent(new Event('load')))
    }),
  ]
  return {
    sent,
    frames,
    refuse: (index = -1) =>
      act(async () => {
        const frame = frames.at(index)
        if (frame === undefined) throw new Error('No frame was sent anywhere.')
        refused.add(frame)
        frame.dispatchEvent(new Event('load'))
      }),
    restore: () => {
      for (const spy of spies) spy.mockRestore()
      for (const frame of document.querySelectorAll('iframe')) frame.remove()
    },
  }
}

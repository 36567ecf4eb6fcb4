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
}

/** jsdom cannot navigate a frame; the frame's window takes down where it is sent to. */
export function watchFrames(): WatchedFrames {
  const sent: string[] = []
  const frames: HTMLIFrameElement[] = []
  const refused = new Set<HTMLIFrameElement>()
  const { prototype } = HTMLIFrameElement
  vi.spyOn(prototype, 'contentWindow', 'get').mockImplementation(function (
    this: HTMLIFrameElement,
  ) {
    frames.push(this)
    return { location: { replace: (url: string) => sent.push(url) } } as unknown as Window
  })
  vi.spyOn(prototype, 'contentDocument', 'get').mockImplementation(function (
    this: HTMLIFrameElement,
  ) {
    return refused.has(this) ? null : ({ URL: 'about:blank' } as Document)
  })
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
  }
}

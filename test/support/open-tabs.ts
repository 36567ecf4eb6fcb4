import { type Mock, vi } from 'vitest'

/** The part of a tab's `Window` that a delivery touches. */
export interface FakeTab {
  opener: Window | null
  closed: boolean
  readonly document: Document
  readonly location: { readonly replace: Mock }
  readonly close: Mock
}

/** A tab as `window.open` gives it, which takes down where it is sent to. */
export function newTab(): FakeTab {
  const tab: FakeTab = {
    opener: window,
    closed: false,
    document: document.implementation.createHTMLDocument(),
    location: { replace: vi.fn() },
    close: vi.fn(() => {
      tab.closed = true
    }),
  }
  return tab
}

/** Makes `window.open` give these, one after another; `null` is a blocked one. */
export function openTabs(...tabs: readonly (FakeTab | null)[]): Mock {
  const open = vi.spyOn(window, 'open')
  for (const tab of tabs) open.mockReturnValueOnce(tab as unknown as Window | null)
  return open
}

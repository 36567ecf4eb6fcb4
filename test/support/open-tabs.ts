import { type Mock, vi } from 'vitest'

/** A tab as `window.open` gives it, which takes down where it is sent to. */
export function newTab() {
  const tab = {
    opener: window as Window | null,
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
export function openTabs(...tabs: readonly (ReturnType<typeof newTab> | null)[]): Mock {
  const open = vi.spyOn(window, 'open')
  for (const tab of tabs) open.mockReturnValueOnce(tab as unknown as Window | null)
  return open
}

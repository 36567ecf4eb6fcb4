import { useState } from 'react'

/** What {@link useIsBusy} returns. Keeps its identity. */
export interface BusyWatch {
  /** The ref of the element around the table. */
  readonly watch: (frame: HTMLElement | null) => void
  /** Whether the person is at work in the rows. */
  readonly isBusy: () => boolean
}

/** Focus in the rows, an open menu and what it belongs to, and a selected row. */
const AT_WORK = 'tbody :is(:focus-within, [aria-expanded="true"], [data-selected])'
const POINTER_MS = 2_000
const POINTER_EVENTS = ['pointermove', 'pointerdown', 'wheel'] as const

/**
 * Tells whether the person is at work in the rows of a table: focus or a text selection in them, an
 * open menu, selected rows, or a pointer that was over the table in the last 2 seconds. It is read off
 * the page when asked, so that coming and going render nothing.
 */
export function useIsBusy(): BusyWatch {
  return useState(createBusyWatch)[0]
}

function createBusyWatch(): BusyWatch {
  let frame: HTMLElement | null = null
  let pointedAt = -POINTER_MS
  const onPointer = () => {
    pointedAt = Date.now()
  }
  return {
    watch(element) {
      frame = element
      for (const type of POINTER_EVENTS) {
        element?.addEventListener(type, onPointer, { passive: true })
      }
    },
    isBusy: () =>
      frame !== null &&
      (Date.now() - pointedAt < POINTER_MS ||
        frame.querySelector(AT_WORK) !== null ||
        hasSelectedText(frame.querySelector('tbody'))),
  }
}

function hasSelectedText(body: Element | null): boolean {
  const selection = document.getSelection()
  return (
    body !== null &&
    selection?.isCollapsed === false &&
    selection.getRangeAt(0).intersectsNode(body)
  )
}

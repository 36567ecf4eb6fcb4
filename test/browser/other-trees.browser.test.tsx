import { cleanup, configure, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { focusedBeside } from '../../src/internal/focused-beside.js'
import { renderWithProvider } from '../support/render-with-provider.js'

configure({ asyncUtilTimeout: 15_000 })

const hosts: Element[] = []
afterEach(() => {
  cleanup()
  for (const host of hosts.splice(0)) host.remove()
})

/** An element in the page until the test's end. */
function addHost<Name extends 'div' | 'iframe'>(name: Name): HTMLElementTagNameMap[Name] {
  const host = document.createElement(name)
  document.body.append(host)
  hosts.push(host)
  return host
}

function inShadowRoot(): HTMLElement {
  const place = document.createElement('div')
  addHost('div').attachShadow({ mode: 'open' }).append(place)
  return place
}

function inFrame(): HTMLElement {
  const inner = addHost('iframe').contentDocument
  if (inner === null) throw new Error('A frame of the same origin has a document.')
  const place = inner.createElement('div')
  inner.body.append(place)
  return place
}

function Page({ place }: { readonly place: HTMLElement }): ReactNode {
  return createPortal(<ExportHistoryTable bulkActions={['delete']} />, place)
}

/** As a person's key or press arrives: it bubbles, and leaves a shadow root. */
const arrives = { bubbles: true, cancelable: true, composed: true }

describe.each([
  ['a shadow root', inShadowRoot],
  ['a frame or a window of its own', inFrame],
])('in %s', { timeout: 60_000 }, (_, makePlace) => {
  async function renderPage() {
    const place = makePlace()
    renderWithProvider(<Page place={place} />, {
      client: createMemoryClient({ jobs: buildExportJobs(3) }),
      polling: { mode: 'off' },
    })
    const inside = within(place)
    await inside.findAllByRole('button', { name: /^Download/ })
    const all = inside.getByRole('checkbox', { name: /^Select all/ })
    const press = (element: HTMLElement) => {
      element.dispatchEvent(new PointerEvent('pointerdown', arrives))
      element.focus()
      element.click()
    }
    return { place, inside, all, press }
  }

  async function openFilter() {
    const page = await renderPage()
    const trigger = page.inside.getByRole('button', { name: /^Status/, expanded: false })
    page.press(trigger)
    const choice = await page.inside.findByRole('checkbox', { name: 'Failed' })
    return { ...page, trigger, choice }
  }

  it('Escape closes a panel, and the focus returns to its button', async () => {
    const { place, inside, trigger, choice } = await openFilter()
    choice.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...arrives }))
    await vi.waitFor(() => expect(inside.queryByRole('dialog')).toBeNull())
    expect(focusedBeside(place)).toBe(trigger)
  })

  it('a press inside of a panel leaves it open, and one beside it closes it', async () => {
    const { inside, press, choice } = await openFilter()
    press(choice)
    await vi.waitFor(() => expect(choice).toBeChecked())
    expect(inside.queryByRole('dialog')).not.toBeNull()
    inside.getByRole('table').dispatchEvent(new PointerEvent('pointerdown', arrives))
    await vi.waitFor(() => expect(inside.queryByRole('dialog')).toBeNull())
  })

  it('the focus is at the table when what had it is gone', async () => {
    const { place, inside, all, press } = await renderPage()
    press(all)
    press(await inside.findByRole('button', { name: 'Clear selection' }))
    await vi.waitFor(() => expect(focusedBeside(place)).toBe(inside.getByRole('table')))
  })

  it('the focus returns to the button when the question before a deletion is answered', async () => {
    const { place, inside, all, press } = await renderPage()
    press(all)
    const button = await inside.findByRole('button', { name: 'Delete' })
    press(button)
    press(await inside.findByRole('button', { name: 'Keep' }))
    await vi.waitFor(() => expect(inside.queryByRole('alertdialog')).toBeNull())
    expect(focusedBeside(place)).toBe(button)
  })
})

it('an element that stands nowhere has no focus beside it', () => {
  expect(focusedBeside(document.createElement('p'))).toBeNull()
})

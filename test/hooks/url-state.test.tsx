import { act, render, screen, waitFor, within } from '@testing-library/react'
import { useQueryStates } from 'nuqs'
import { NuqsAdapter } from 'nuqs/adapters/react'
import { type ReactNode, StrictMode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { JobFilters } from '../../src/core/list-query.js'
import type { ExportListState } from '../../src/url-state/list-state.js'
import { toggleOrdering, withFilters, withPage } from '../../src/url-state/list-state-changes.js'
import { createListStateCodec, type ListStateCodec } from '../../src/url-state/list-state-codec.js'
import { MemoryListStateAdapter } from '../../src/url-state/memory-adapter.js'
import { useStoredListState } from '../../src/url-state/useStoredListState.js'
import { EVERYTHING } from '../url-state/support.js'

const codec = createListStateCodec({ capabilities: EVERYTHING })

interface ListProps {
  name: string
  codec?: ListStateCodec
  history?: 'push' | 'replace'
  onRender?: (state: ExportListState) => void
}

function List({ name, codec: own = codec, history = 'push', onRender }: ListProps) {
  const { state, corrections, change } = useStoredListState(own)
  onRender?.(state)
  const filter = (patch: Partial<JobFilters>) =>
    change((current) => withFilters(current, patch), { history })
  return (
    <section aria-label={name}>
      <output>{own.serialize(state) || 'defaults'}</output>
      <ul>
        {corrections.map(({ param, reason }) => (
          <li key={param + reason}>{`${param}: ${reason}`}</li>
        ))}
      </ul>
      <button type="button" onClick={() => filter({ statuses: ['failed', 'canceled'] })}>
        Failed
      </button>
      <button type="button" onClick={() => filter({ statuses: [] })}>
        All
      </button>
      <button
        type="button"
        onClick={() => {
          change((current) => toggleOrdering(current, 'status'), { history })
          change((current) => withPage(current, current.page + 2), { history })
        }}
      >
        Sort and go on
      </button>
      <button type="button" onClick={() => change((current) => current)}>
        Correct
      </button>
    </section>
  )
}

const list = (name: string) => within(screen.getByRole('region', { name }))
const shown = (name: string) => list(name).getByRole('status').textContent
const press = (name: string, button: string) =>
  act(() => list(name).getByRole('button', { name: button }).click())

/** Waits until nuqs, which writes at most 20 times a second, has written. */
const expectSearch = (search: string) =>
  waitFor(() => expect(decodeURIComponent(window.location.search)).toBe(search))

function visit(search: string, children: ReactNode) {
  window.history.pushState(null, '', `/exports${search}`)
  return render(<NuqsAdapter>{children}</NuqsAdapter>)
}

beforeEach(() => {
  window.history.pushState(null, '', '/exports')
  // what an earlier test has left to write is for its own page
  const { unmount } = render(<NuqsAdapter>{null}</NuqsAdapter>)
  window.dispatchEvent(new PopStateEvent('popstate'))
  unmount()
})

describe('list state in the URL', () => {
  it('is what the URL says', () => {
    visit('?page=2&status=failed&status=completed', <List name="jobs" />)
    expect(shown('jobs')).toBe('?page=2&status=completed,failed')
  })

  it('shows a change at once, writes it to the URL and leaves the host’s parameters', async () => {
    visit('?tab=exports&page=2&q=a+b', <List name="jobs" />)
    press('jobs', 'Failed')
    expect(shown('jobs')).toBe('?status=failed,canceled')
    await expectSearch('?tab=exports&q=a+b&status=failed,canceled')
  })

  it('leaves the URL when it is back at its defaults', async () => {
    visit('?status=failed', <List name="jobs" />)
    press('jobs', 'All')
    await expectSearch('')
  })

  it('adds up changes that are made at once', async () => {
    visit('?page=1', <List name="jobs" />)
    press('jobs', 'Sort and go on')
    expect(shown('jobs')).toBe('?page=2&ordering=status')
    await expectSearch('?page=2&ordering=status')
  })

  it('pushes what a person chose, so that Back undoes it', async () => {
    visit('?page=2', <List name="jobs" />)
    const before = window.history.length
    press('jobs', 'Failed')
    await expectSearch('?status=failed,canceled')
    expect(window.history.length).toBe(before + 1)
    act(() => window.history.back())
    await waitFor(() => expect(shown('jobs')).toBe('?page=2'))
  })

  it('replaces when asked to', async () => {
    visit('?page=2', <List name="jobs" history="replace" />)
    const before = window.history.length
    press('jobs', 'Failed')
    await expectSearch('?status=failed,canceled')
    expect(window.history.length).toBe(before)
  })

  it('says what it corrected, and is silent once the correction is written', async () => {
    visit('?page=-4&status=nonsense,failed', <List name="jobs" />)
    const corrections = () => list('jobs').queryAllByRole('listitem')
    expect(corrections().map((item) => item.textContent)).toEqual([
      'page: out_of_range',
      'statuses: unknown_member',
    ])
    press('jobs', 'Correct')
    await expectSearch('?status=failed')
    expect(corrections()).toEqual([])
  })

  it('is one for all that use the same names', () => {
    visit('', [<List key="a" name="toolbar" />, <List key="b" name="table" />])
    press('toolbar', 'Failed')
    expect(shown('table')).toBe('?status=failed,canceled')
  })

  it('of another prefix is left alone', async () => {
    const left = createListStateCodec({ capabilities: EVERYTHING, url: { prefix: 'l_' } })
    const right = createListStateCodec({ capabilities: EVERYTHING, url: { prefix: 'r_' } })
    visit('?l_page=1&r_page=2', [
      <List key="l" name="left" codec={left} />,
      <List key="r" name="right" codec={right} />,
    ])
    press('left', 'Failed')
    expect(shown('right')).toBe('?r_page=2')
    await expectSearch('?r_page=2&l_status=failed,canceled')
  })

  it('keeps its identity when only the host’s parameters change', async () => {
    const states = new Set<ExportListState>()
    visit('?page=2', [
      <List key="l" name="jobs" onRender={(state) => states.add(state)} />,
      <HostField key="h" />,
    ])
    act(() => screen.getByRole('button', { name: 'Host' }).click())
    await expectSearch('?page=2&tab=1')
    expect(states.size).toBe(1)
  })
})

function HostField() {
  const [, setHost] = useQueryStates({ tab: { parse: String } })
  return (
    <button type="button" onClick={() => void setHost({ tab: '1' })}>
      Host
    </button>
  )
}

describe('list state in memory', () => {
  it('starts from a query string and leaves the page’s alone', async () => {
    window.history.pushState(null, '', '/exports?page=7')
    render(
      <StrictMode>
        <MemoryListStateAdapter initialSearch="?page=2&tab=x">
          <List name="jobs" />
        </MemoryListStateAdapter>
      </StrictMode>,
    )
    expect(shown('jobs')).toBe('?page=2')
    press('jobs', 'Failed')
    expect(shown('jobs')).toBe('?status=failed,canceled')
    press('jobs', 'Sort and go on')
    expect(shown('jobs')).toBe('?page=2&ordering=status&status=failed,canceled')
    expect(window.location.search).toBe('?page=7')
  })

  it('is one for all below the same adapter', () => {
    render(
      <MemoryListStateAdapter>
        <List name="toolbar" />
        <List name="table" />
      </MemoryListStateAdapter>,
    )
    press('toolbar', 'Failed')
    expect(shown('table')).toBe('?status=failed,canceled')
  })

  it('says what it corrected', () => {
    render(
      <MemoryListStateAdapter initialSearch="page=-1">
        <List name="jobs" />
      </MemoryListStateAdapter>,
    )
    expect(list('jobs').getByRole('listitem')).toHaveTextContent('page: out_of_range')
  })

  it('and in the URL do not hear of each other, under the same names and at the same time', async () => {
    visit('?page=1', [
      <List key="u" name="page" />,
      <MemoryListStateAdapter key="m">
        <List name="widget" />
      </MemoryListStateAdapter>,
      <MemoryListStateAdapter key="n" initialSearch="page=5">
        <List name="other widget" />
      </MemoryListStateAdapter>,
    ])
    press('widget', 'Failed')
    press('page', 'Sort and go on')
    expect(shown('widget')).toBe('?status=failed,canceled')
    expect(shown('other widget')).toBe('?page=5')
    expect(shown('page')).toBe('?page=2&ordering=status')
    await expectSearch('?page=2&ordering=status')
    expect(shown('widget')).toBe('?status=failed,canceled')
  })

  it('renders nothing when the page’s own list changes', async () => {
    let renders = 0
    const onRender = () => {
      renders += 1
    }
    visit('', [
      <List key="u" name="page" />,
      <MemoryListStateAdapter key="m">
        <List name="widget" onRender={onRender} />
      </MemoryListStateAdapter>,
    ])
    const before = renders
    press('page', 'Failed')
    await expectSearch('?status=failed,canceled')
    expect(renders).toBe(before)
  })

  it('takes a host’s own nuqs hooks too', async () => {
    function Host() {
      const [values, setValues] = useQueryStates(codec.parsers, { urlKeys: codec.urlKeys })
      const { state } = codec.fromValues(values)
      const next = () => void setValues(codec.toValues(withPage(state, state.page + 1)))
      return (
        <button type="button" onClick={next}>
          {`Host on ${state.page}`}
        </button>
      )
    }
    render(
      <MemoryListStateAdapter initialSearch="?page=3&tab=x">
        <Host />
        <List name="jobs" />
      </MemoryListStateAdapter>,
    )
    act(() => screen.getByRole('button', { name: 'Host on 3' }).click())
    await waitFor(() => expect(shown('jobs')).toBe('?page=4'))
    expect(screen.getByRole('button', { name: 'Host on 4' })).toBeInTheDocument()
    expect(window.location.search).toBe('')
  })
})

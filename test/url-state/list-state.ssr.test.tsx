import { NuqsAdapter } from 'nuqs/adapters/react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { createListStateCodec } from '../../src/url-state/list-state-codec.js'
import { MemoryListStateAdapter } from '../../src/url-state/memory-adapter.js'
import { useStoredListState } from '../../src/url-state/useStoredListState.js'
import { EVERYTHING } from './support.js'

const codec = createListStateCodec({ capabilities: EVERYTHING })

function List() {
  const { state } = useStoredListState(codec)
  return codec.serialize(state)
}

it('list state renders on a server, where there is no address bar', () => {
  expect(typeof window).toBe('undefined')
  const inMemory = (
    <MemoryListStateAdapter initialSearch="?page=2">
      <List />
    </MemoryListStateAdapter>
  )
  const inUrl = (
    <NuqsAdapter serverSearch="?page=3&tab=x">
      <List />
    </NuqsAdapter>
  )
  expect(renderToString(inMemory)).toBe('?page=2')
  expect(renderToString(inUrl)).toBe('?page=3')
})

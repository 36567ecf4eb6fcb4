import { expect, it } from 'vitest'
import { createListState } from '../../src/url-state/list-state.js'
import { loadExportListState } from '../../src/url-state/load-list-state.js'
import { MATHERSHIP } from './support.js'

const expected = createListState({ page: 2, filters: { statuses: ['completed', 'failed'] } })

it.each([
  [
    'search params of a request',
    new URL('https://host.test/?page=2&status=failed,completed').searchParams,
  ],
  ["Next's search params", { page: '2', status: ['failed', 'completed'] }],
  ["Next's search params, not awaited", Promise.resolve({ page: '2', status: 'completed,failed' })],
])('a loader reads %s', async (_, searchParams) => {
  expect(await loadExportListState(searchParams, { capabilities: MATHERSHIP })).toEqual(expected)
})

it('a loader obeys the names and defaults of its page', async () => {
  const options = {
    capabilities: MATHERSHIP,
    url: { prefix: 'x_' },
    defaults: { pageSize: 50 },
  }
  expect(await loadExportListState('?x_page=1&page=7', options)).toEqual(
    createListState({ page: 1, pageSize: 50 }),
  )
})

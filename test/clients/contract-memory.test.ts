import { createMemoryClient } from '../../src/clients/memory.js'
import { describeExportClient } from '../support/describe-export-client.js'
import { contractJobs, contractRequest } from './contract-jobs.js'

const scope = { companyId: '7' }

function createClient(options: Parameters<typeof createMemoryClient>[0] = {}) {
  return createMemoryClient({
    jobs: (asked) => (asked.companyId === '7' ? contractJobs : []),
    now: () => Date.parse('2026-11-23T12:00:00Z'),
    reportTypes: [{ id: 'delivery_location', label: 'Delivery locations' }],
    ...options,
  })
}

describeExportClient('the memory client', {
  createClient: () =>
    createClient({
      methods: [
        'getJobs',
        'countJobs',
        'listReportTypes',
        'createJob',
        'cancelJob',
        'retryJob',
        'deleteJob',
        'subscribe',
      ],
    }),
  scope,
  otherScope: { companyId: '8' },
  request: contractRequest,
  timeZone: 'America/New_York',
  passTime: () => {},
})

describeExportClient('the memory client with cursors and no total', {
  createClient: () => createClient({ capabilities: { pagination: 'cursor', total: 'none' } }),
  scope,
})

import { afterAll } from 'vitest'
import { createExportBackend, createExportHandler, createFetch } from '../../mocks/index.js'
import { startExportServer } from '../../mocks/node.js'
import { createRestClient, type RestClientOptions } from '../../src/clients/rest.js'
import { describeExportClient } from '../support/describe-export-client.js'
import { contractJobs, contractRequest } from './contract-jobs.js'

const scope = { companyId: '7' }
const otherScope = { companyId: '8' }
const actions = { cancel: true, retry: true, delete: true, reportTypes: true }
// a cancelled job of the contract's own is listed too
const statuses = ['pending', 'processing', 'canceling', 'completed', 'failed', 'canceled'] as const

function createBackend() {
  return createExportBackend({
    setup(backend) {
      for (const { id, status, fileFormat, reportType, dateRange, createdAt } of contractJobs) {
        backend.addJob({ id, status, fileFormat, reportType, dateRange, createdAt })
      }
      backend.addJob({ id: '2001', companyId: '8', status: 'completed' })
    },
  })
}

function createClient(options: Pick<RestClientOptions, 'baseUrl' | 'fetch'>) {
  return createRestClient({ actions, capabilities: { statuses }, ...options })
}

const direct = createBackend()
describeExportClient('the REST client, straight to the mock backend,', {
  createClient() {
    direct.reset()
    const fetch = createFetch(createExportHandler({ backend: direct }))
    return createClient({ baseUrl: '/api', fetch })
  },
  scope,
  otherScope,
  request: contractRequest,
  passTime: () => direct.clock.advance(1000),
})

const served = createBackend()
const server = await startExportServer({ backend: served })
afterAll(() => server.close())

describeExportClient('the REST client over HTTP', {
  createClient() {
    served.reset()
    return createClient({ baseUrl: `${server.origin}/api` })
  },
  scope,
  otherScope,
  request: contractRequest,
  passTime: () => served.clock.advance(1000),
})

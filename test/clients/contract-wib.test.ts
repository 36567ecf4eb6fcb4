import {
  createExportBackend,
  createExportHandler,
  createFetch,
  WIB_REPORT_TYPES,
  wibDialect,
} from '../../mocks/index.js'
import { createRestClient } from '../../src/clients/rest.js'
import { WIB_SERVICE } from '../../stories/systems/WibPage.js'
import { describeExportClient } from '../support/describe-export-client.js'
import { contractJobs } from './contract-jobs.js'

const TYPES = WIB_REPORT_TYPES.map(({ id }) => id)

// the wire tells no more of a job at work than that it is queued
const backend = createExportBackend({
  companyId: '42',
  reportTypes: WIB_REPORT_TYPES,
  setup(own) {
    contractJobs.forEach(({ id, name, status, createdAt }, index) => {
      const reportType = TYPES[index % TYPES.length]
      const named = { id, name: name ?? `Report ${index}`, status, createdAt, reportType }
      own.addJob({ ...named, fileFormat: 'xlsx', dateRange: null })
    })
    own.addJob({ id: '2001', companyId: '43', status: 'completed', fileFormat: 'xlsx' })
  },
})

describeExportClient("the REST client, remapped to another system's wire,", {
  createClient() {
    backend.reset()
    const handler = createExportHandler({ backend, dialect: wibDialect })
    return createRestClient({ ...WIB_SERVICE, fetch: createFetch(handler) })
  },
  scope: { projectId: '42' },
  otherScope: { projectId: '43' },
  request: {
    reportType: 'ReconciliationReport',
    fileFormat: 'xlsx',
    dateRange: null,
    parameters: {},
  },
  passTime: () => backend.clock.advance(1000),
})

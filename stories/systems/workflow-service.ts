import { strToU8, zipSync } from 'fflate'
import type { ExportJobsClient, ExportRequest } from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'
import {
  type PathTemplateFile,
  parsePathTemplate,
  pathTemplateValues,
  renderPathTemplate,
} from 'react-export-jobs/core'

/** A file that the service made. */
export interface WorkflowDelivery {
  /** Its name. */
  readonly filename: string
  /** What it holds. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a workflow's export service is made from. */
export interface WorkflowServiceOptions {
  /** Makes the link under which a file is fetched. */
  readonly makeLink: (file: WorkflowDelivery) => string
}

/** The export service of one workflow, and what it was asked. */
export interface WorkflowService {
  /** Answers what is sent to it, the JSON of a request. */
  readonly answer: (body: string) => Response
  /** The requests that arrived, the oldest first. */
  readonly requests: readonly ExportRequest[]
}

const CASES = [
  { caseId: '90211', caseShortId: 'K7QF2', entityExternalId: '3112442', orderName: '8492192' },
  { caseId: '90217', caseShortId: 'M2XB9', entityExternalId: null, orderName: 'Re-read' },
] as const

/** The workflow's files: two of one order, one of another. */
export const WORKFLOW_FILES: readonly PathTemplateFile[] = CASES.flatMap((one, place) =>
  ['front.jpg', 'side.png'].slice(place).map((originalFilename, index) => ({
    ...one,
    workflowName: 'Shoulder study',
    caseExternalId: null,
    fileUuid: `5e1f${place}${index}a0-6c1d-4f7e-9b1a-0f6d2c9e41b0`,
    fileNumber: index + 1,
    originalFilename,
  })),
)

/** Makes the service that both workflow systems' pages speak to; it knows one workflow. */
export function createWorkflowService({ makeLink }: WorkflowServiceOptions): WorkflowService {
  const requests: ExportRequest[] = []
  return {
    requests,
    answer(body) {
      const request: ExportRequest = JSON.parse(body)
      requests.push(request)
      if (isAnnotated(request)) {
        return json({ id: String(requests.length), status: 'pending', delivery: 'email' })
      }
      const file = isZip(request) ? makeZip(request) : makeCsv(request)
      const { filename } = file
      return json({ download_url: makeLink(file), filename, expires_in_seconds: 3600 })
    },
  }
}

/**
 * Speaks to the service.
 *
 * @param service - One in this page. Left out, it is asked over the network.
 */
export function createWorkflowClient(service?: WorkflowService): ExportJobsClient {
  return createRestClient({
    baseUrl: '/api/workflow',
    // this service takes a request as it stands, and tells of a job no more than it must
    create: { body: (request) => request },
    fields: { createdAt: null },
    ...(service !== undefined && {
      fetch: async (_url, { body }) => service.answer(String(body)),
    }),
  })
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
}

function isAnnotated({ reportType, parameters }: ExportRequest): boolean {
  return reportType === 'annotated' || parameters.layout === 'annotated'
}

function isZip({ reportType, parameters }: ExportRequest): boolean {
  return reportType === 'files' || parameters.layout === 'files'
}

/** A chosen order limits the export to it; none means the whole workflow. */
function filesOf({ parameters }: ExportRequest): readonly PathTemplateFile[] {
  const { order } = parameters
  return WORKFLOW_FILES.filter(({ orderName }) => order === undefined || orderName === order)
}

function makeCsv(request: ExportRequest): WorkflowDelivery {
  const lines = filesOf(request).map(
    ({ caseShortId, fileNumber }) => `${caseShortId},${fileNumber}`,
  )
  return { filename: 'results.csv', bytes: strToU8(['case,file', ...lines].join('\r\n')) }
}

function makeZip(request: ExportRequest): WorkflowDelivery {
  const text = String(request.parameters.pathTemplate ?? '')
  const result = parsePathTemplate(text)
  if (!result.ok) throw new Error('The form lets no template with a mistake through.')
  const entries = filesOf(request).map((file) => [
    renderPathTemplate(result.template, pathTemplateValues(file)),
    strToU8(file.originalFilename),
  ])
  return { filename: 'files.zip', bytes: zipSync(Object.fromEntries(entries)) }
}

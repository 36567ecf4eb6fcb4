import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRestClient } from '../../src/clients/rest.js'
import { isExportJobsError } from '../../src/core/errors.js'
import { checkJob } from '../../src/testing/check-job.js'
import {
  createFakeBackend,
  json,
  listQuery,
  requestOptions,
  wireJob,
  wirePage,
} from './fake-backend.js'

const numRuns = Number(process.env.FUZZ_RUNS ?? 300)
const timeout = 5000 + numRuns * 20

const fieldNames = Object.keys({
  id: 0,
  name: 0,
  status: 0,
  progress: 0,
  error: 0,
  error_message: 0,
  warnings: 0,
  date_from: 0,
  parameters: 0,
  created_at: 0,
  updated_at: 0,
  source: 0,
  files: 0,
  is_downloadable: 0,
  allowed_actions: 0,
})

/** Rows that are nearly right: any JSON in the places that are read. */
const strangeRow = fc.dictionary(fc.constantFrom(...fieldNames), fc.jsonValue())

const strangePage = fc.dictionary(
  fc.constantFrom(
    'results',
    'page',
    'page_size',
    'total',
    'total_pages',
    'has_next_page',
    'next_cursor',
  ),
  fc.jsonValue(),
)

function clientOf(respond: () => Response) {
  const { fetch } = createFakeBackend(respond)
  return createRestClient({ baseUrl: '/api', fetch, actions: { reportTypes: true } })
}

async function settle(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise
  } catch (thrown) {
    if (!isExportJobsError(thrown)) throw thrown
    return thrown
  }
}

describe('any answer at all', { timeout }, () => {
  it('to a list gives a page of jobs or an ExportJobsError', async () => {
    const answers = fc.oneof(
      fc.jsonValue(),
      strangePage,
      fc.array(strangeRow).map((rows) => wirePage(rows)),
    )
    await fc.assert(
      fc.asyncProperty(answers, async (body) => {
        const client = clientOf(() => json(body))
        const page = await settle(client.listJobs(listQuery(), requestOptions()))
        if (isExportJobsError(page)) {
          expect(page.code).toBe('bad_response')
          return
        }
        expect(JSON.parse(JSON.stringify(page))).toEqual(page)
      }),
      { numRuns },
    )
  })

  it('never costs a good row beside bad ones', async () => {
    const good = fc.uuid().map((id) => ({ isGood: true, row: wireJob({ id }) }))
    const bad = fc
      .oneof(
        strangeRow.map((row) => ({ ...row, status: 5 })),
        fc.string(),
        fc.constant(null),
      )
      .map((row) => ({ isGood: false, row }))
    const lists = fc.uniqueArray(fc.oneof(good, bad), {
      selector: ({ row }) => JSON.stringify(row),
    })
    await fc.assert(
      fc.asyncProperty(lists, async (entries) => {
        const client = clientOf(() => json(wirePage(entries.map(({ row }) => row))))
        const page = await client.listJobs(listQuery(), requestOptions())
        const wanted = entries.filter(({ isGood }) => isGood).map(({ row }) => Object(row).id)
        expect(page.jobs.map(({ id }) => id)).toEqual(wanted)
        expect(page.jobs.length + page.unreadable.length).toBe(entries.length)
        page.jobs.forEach((job, index) => {
          checkJob(job, `jobs[${index}]`)
        })
        for (const { index } of page.unreadable) expect(entries[index]?.isGood).toBe(false)
      }),
      { numRuns },
    )
  })

  it('with any status and body to any method rejects with nothing but an ExportJobsError', async () => {
    const statuses = fc
      .integer({ min: 200, max: 599 })
      .filter((status) => ![204, 205, 304].includes(status))
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('<html>'),
      strangeRow.map((row) => JSON.stringify(row)),
    )
    const request = { reportType: null, fileFormat: null, dateRange: null, parameters: {} }
    await fc.assert(
      fc.asyncProperty(statuses, bodies, async (status, body) => {
        const client = clientOf(() => new Response(body, { status }))
        await settle(client.listJobs(listQuery({ page: 1 }), requestOptions()))
        await settle(client.getJob('1', requestOptions()))
        await settle(client.createDownload('1', requestOptions()))
        await settle(Promise.resolve(client.listReportTypes?.(requestOptions())))
        await settle(
          Promise.resolve(
            client.createJob?.(request, { ...requestOptions(), idempotencyKey: 'k' }),
          ),
        )
      }),
      { numRuns },
    )
  })
})

import { createExportBackend, type ExportBackend, systemClock } from 'react-export-jobs/mocks'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The demo's jobs move in seconds, so that a visitor can watch them. */
const QUICK = { queueMs: 1_500, runMs: 6_000, reportsProgress: true }

const REPORTS = ['delivery_location', 'vendor', 'inventory'] as const
const FORMATS = ['csv', 'pdf', 'xlsx'] as const
const PEOPLE = ['Dana Whitfield', 'Noor Haddad', 'José Álvarez'] as const

/** The mock backend behind the demo: two companies with a history, and one that is refused. */
export function createDemoBackend(): ExportBackend {
  return createExportBackend({
    clock: systemClock,
    seed: 'demo',
    plan: QUICK,
    setup: (backend) => {
      addHistory(backend, '7', 64)
      addHistory(backend, '8', 5)
      backend.permissions.deny('9')
    },
  })
}

function addHistory(backend: ExportBackend, companyId: string, count: number): void {
  const now = backend.clock.now()
  for (let index = count; index >= 1; index -= 1) {
    const createdAt = new Date(now - index * 11 * HOUR_MS).toISOString()
    const lastDay = now - (index + 2) * DAY_MS
    backend.addJob({
      companyId,
      createdAt,
      reportType: pick(REPORTS, index),
      fileFormat: pick(FORMATS, index + Math.floor(index / 4)),
      createdBy: pick(PEOPLE, index),
      dateRange: { from: day(lastDay - 30 * DAY_MS), to: day(lastDay) },
      totalRows: 40 + ((index * 137) % 900),
      status: index % 9 === 4 ? 'failed' : 'completed',
    })
  }
}

function pick<T>(values: readonly [T, ...T[]], index: number): T {
  return values[index % values.length] ?? values[0]
}

function day(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}

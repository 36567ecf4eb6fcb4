import {
  createExportBackend,
  createExportHandler,
  type ExportHandler,
  systemClock,
} from 'react-export-jobs/mocks'

/** How many exports the company has when the host starts. */
const HISTORY = 45
const HOUR_MS = 3_600_000

/** One backend for all route handlers and pages, which Next bundles apart from each other. */
const shared: typeof globalThis & { exportHandler?: ExportHandler } = globalThis

/** The mock backend; a real host asks its own API instead. */
export function exportHandler(): ExportHandler {
  shared.exportHandler ??= createExportHandler({
    backend: createExportBackend({
      clock: systemClock,
      seed: 'next-host',
      plan: { queueMs: 500, runMs: 1_500 },
      setup: (backend) => {
        for (let index = HISTORY; index >= 1; index -= 1) {
          backend.addJob({
            companyId: '7',
            createdAt: new Date(backend.clock.now() - index * 7 * HOUR_MS).toISOString(),
            fileFormat: index % 3 === 0 ? 'pdf' : 'csv',
            status: index % 8 === 5 ? 'failed' : 'completed',
          })
        }
      },
    }),
  })
  return shared.exportHandler
}

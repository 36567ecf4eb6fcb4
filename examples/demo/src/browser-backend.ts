import { setupWorker } from 'msw/browser'
import { createExportHandlers } from 'react-export-jobs/mocks/msw'
import { createDemoBackend } from './demo-backend.js'

/** Runs the demo's backend in this page under a service worker, without any server. */
export async function startBrowserBackend(): Promise<void> {
  const worker = setupWorker(...createExportHandlers({ backend: createDemoBackend() }))
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
}

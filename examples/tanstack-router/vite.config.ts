import react from '@vitejs/plugin-react'
import {
  createExportBackend,
  createExportHandler,
  type ExportBackend,
  systemClock,
} from 'react-export-jobs/mocks'
import { createNodeMiddleware } from 'react-export-jobs/mocks/node'
import { defineConfig, type Plugin } from 'vite'

/** How many exports the company has when the host starts. */
const HISTORY = 45
const HOUR_MS = 3_600_000

/** The mock backend at `/api` and `/files`; a real host proxies to its own API instead. */
function exportBackend(): Plugin {
  const middleware = createNodeMiddleware(createExportHandler({ backend: createBackend() }))
  return {
    name: 'export-backend',
    configureServer: ({ middlewares }) => void middlewares.use(middleware),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(middleware),
  }
}

function createBackend(): ExportBackend {
  return createExportBackend({
    clock: systemClock,
    seed: 'host',
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
  })
}

export default defineConfig({ plugins: [react(), exportBackend()] })

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type ViteDevServer } from 'vite'
import { packageAliases } from '../../vite.aliases.js'

/** Serves the mock backend at `/api` and `/files`, so that reloads and several tabs share it. */
function exportBackend(): Plugin {
  return {
    name: 'demo-export-backend',
    async configureServer(server: ViteDevServer) {
      const { createDemoBackend } = await server.ssrLoadModule('/src/demo-backend.ts')
      const { createExportHandler } = await server.ssrLoadModule('react-export-jobs/mocks')
      const { createNodeMiddleware } = await server.ssrLoadModule('react-export-jobs/mocks/node')
      const handler = createExportHandler({ backend: createDemoBackend() })
      server.middlewares.use(createNodeMiddleware(handler))
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), exportBackend()],
  resolve: { alias: packageAliases },
  server: { port: 5173, fs: { allow: ['../..'] } },
})

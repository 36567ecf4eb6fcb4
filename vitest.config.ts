import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { packageAliases } from './vite.aliases.js'

const resolve = { alias: packageAliases }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/{core,clients,mocks,url-state,queries,house,types}/**/*.test.ts',
            'test/**/*.ssr.test.tsx',
          ],
        },
      },
      {
        plugins: [react()],
        resolve,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/{provider,hooks,components,labels,styles}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup-jsdom.ts'],
        },
      },
    ],
  },
})

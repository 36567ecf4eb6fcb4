import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium } from './scripts/find-chromium.mjs'
import { packageAliases } from './vite.aliases.js'

const resolve = { alias: packageAliases }

const executablePath = await findChromium()

/** Real browsers live in real time, and a machine of two cores may be busy; a defect fails each time. */
const REAL_TIME_RETRIES = 2

/** Real, headless Chromium; without one, Vitest says so when a browser project starts. */
const realChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  }),
  instances: [{ browser: 'chromium' as const }],
})

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/{core,clients,downloads,forms,push,mocks,url-state,queries,sync,notices,house,types}/**/*.test.ts',
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
          include: ['test/{provider,hooks,components,labels,styles,systems}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup-jsdom.ts'],
          testTimeout: 20_000,
        },
      },
      {
        // the built files, by the names in package.json's exports: no alias here
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        resolve,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.{ts,tsx}'],
          retry: REAL_TIME_RETRIES,
          browser: realChromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          browser: realChromium(),
          retry: REAL_TIME_RETRIES,
          // each story is looked at in four modes, and some have two hundred rows
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.test.ts'],
          retry: REAL_TIME_RETRIES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // against a package that is no dependency: scripts/supabase-lite.mjs installs it
        test: {
          name: 'independent',
          environment: 'node',
          include: ['test/independent/**/*.test.ts'],
        },
      },
      {
        // whole projects with the packed package: they install, build and serve (check:all)
        test: {
          name: 'hosts',
          environment: 'node',
          include: ['test/hosts/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        resolve,
        // engines besides Chromium, where the machine has them (check:all)
        test: {
          name: 'browsers',
          environment: 'node',
          include: ['test/browsers/**/*.test.ts'],
          retry: REAL_TIME_RETRIES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

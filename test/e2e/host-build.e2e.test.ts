import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { build, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageAliases } from '../../vite.aliases.js'
import { openBrowser } from '../support/open-browser.js'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Builds a host with its bundler's own defaults and reads the colours of a badge in it. */
async function coloursIn(hostCss: string, colorScheme: 'light' | 'dark') {
  const root = await mkdtemp(join(tmpdir(), 'export-host-'))
  const badge = '<span class="ej-status-badge" data-status="completed">Completed</span>'
  await writeFile(
    join(root, 'index.html'),
    `<div class="ej-root">${badge}</div><script type="module" src="/main.js"></script>`,
  )
  await writeFile(join(root, 'host.css'), hostCss)
  await writeFile(
    join(root, 'main.js'),
    "import 'react-export-jobs/styles.css'\nimport './host.css'\n",
  )
  await build({ root, configFile: false, logLevel: 'error', resolve: { alias: packageAliases } })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  })
  const page = await browser.newPage({ colorScheme })
  try {
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    return await page.locator('.ej-status-badge').evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element)
      return { color, backgroundColor, host: getComputedStyle(document.body).color }
    })
  } finally {
    await page.close()
    await server.close()
    await rm(root, { recursive: true, force: true })
  }
}

describe("a host that is built with its bundler's defaults", () => {
  it('keeps our colours although its stylesheet never speaks of a colour scheme', async () => {
    const { color, backgroundColor, host } = await coloursIn('body { margin: 0 }', 'light')
    expect(color).not.toBe(host)
    expect(backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
  })

  it('follows its colour scheme, light and dark', async () => {
    const css = ':root { color-scheme: light dark }'
    const light = await coloursIn(css, 'light')
    const dark = await coloursIn(css, 'dark')
    expect(dark.color).not.toBe(light.color)
    // a colour that has vanished is that of the host's text, and a ground that has is none
    expect(dark.color).not.toBe(dark.host)
    expect(dark.backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
    const dull = await coloursIn('body { margin: 0 }', 'dark')
    expect(dull.color).toBe(light.color)
  })
})

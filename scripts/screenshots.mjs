import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { serveFolder } from '../test/visual/serve-folder.mjs'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs'
import { root, run } from './run.mjs'

const SITE = join(root, 'storybook-static')
const FOLDER = join(root, 'docs/screenshots')
const VIEWPORT = { width: 1280, height: 800 }

/** Finds the first story of each system: how its page looks when it is opened. */
function systemStories() {
  const { entries } = JSON.parse(readFileSync(join(SITE, 'index.json'), 'utf8'))
  const firsts = new Map()
  for (const { id, title, type } of Object.values(entries)) {
    const [, system] = /^Systems\/(.+)$/.exec(title) ?? []
    if (system && type === 'story' && !firsts.has(system)) firsts.set(system, id)
  }
  return [...firsts].map(([system, id]) => ({
    id,
    file: `${system.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`,
  }))
}

/** Opens a story, waits until it has been played, and writes what it looks like. */
async function shoot(browser, address, { id, file }) {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' })
  // axe has its own run
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`)
  const isPlayed = await page
    .waitForFunction(() => window.__STORYBOOK_PREVIEW__?.currentRender?.phase === 'finished')
    .catch(() => null)
  if (isPlayed === null) throw new Error(`The story ${id} does not come to its end.`)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(FOLDER, file), animations: 'disabled' })
  await page.close()
  process.stdout.write(`docs/screenshots/${file}\n`)
}

if (!process.argv.includes('--built')) {
  await run('storybook', ['build', '--quiet', '-o', 'storybook-static'], {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  })
}
const executablePath = await findChromium()
if (!executablePath) throw new Error('There is no Chromium: "npm test" finds or installs one.')
mkdirSync(FOLDER, { recursive: true })
const site = await serveFolder(SITE)
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
try {
  for (const story of systemStories()) await shoot(browser, site.url, story)
} finally {
  await browser.close()
  await site.close()
}

import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs'
import { root, run } from './run.mjs'

const SITE = join(root, 'storybook-static')
const FOLDER = join(root, 'docs/screenshots')
const VIEWPORT = { width: 1280, height: 800 }
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the built Storybook. Returns its address and a function that ends it. */
async function serveSite() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const path = join(SITE, normalize(decodeURIComponent(pathname)))
    if (!path.startsWith(SITE) || !extname(path) || !existsSync(path)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { address: `http://localhost:${server.address().port}`, close }
}

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
  await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`)
  const phase = await page.waitForFunction(() => {
    const { phase } = window.__STORYBOOK_PREVIEW__?.currentRender ?? {}
    return ['finished', 'errored', 'aborted'].includes(phase) && phase
  })
  const end = await phase.jsonValue()
  if (end !== 'finished') throw new Error(`The story ${id} is ${end}.`)
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
const site = await serveSite()
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
try {
  for (const story of systemStories()) await shoot(browser, site.address, story)
} finally {
  await browser.close()
  site.close()
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { comparePictures } from '../test/visual/compare-pictures.mjs'
import { serveFolder } from '../test/visual/serve-folder.mjs'
import { MODES, STORIES } from '../test/visual/stories.mjs'
import { takePicture } from '../test/visual/take-picture.mjs'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs'
import { root, run } from './run.mjs'

/** The share of pixels that may differ: two machines smooth the same letters a little otherwise. */
const TOLERANCE = 0.002

const results = join(root, 'test-results/visual')
const storybook = join(root, 'storybook-static')
const update = process.argv.includes('--update')
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

/** Pictures by what became of them. */
const counts = { same: 0, written: 0, different: 0 }

async function main() {
  const isBuilt = process.argv.includes('--built')
  if (!isBuilt)
    await run('storybook', ['build', '--quiet', '-o', 'storybook-static'], {
      env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
    })
  const stories = chooseStories()
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath })
  const server = await serveFolder(storybook)
  try {
    const major = browser.version().split('.')[0]
    const baselines = join(root, `test/visual/baselines/chromium-${major}`)
    const isFirst = !existsSync(baselines)
    mkdirSync(baselines, { recursive: true })
    rmSync(results, { recursive: true, force: true })
    mkdirSync(results, { recursive: true })
    await judgeAll({ browser, baseUrl: server.url, baselines, stories })
    if (update && wanted.length === 0) removeOthers(baselines)
    if (isFirst) {
      process.stdout.write(`There were no pictures of Chromium ${major}: these are the first.\n`)
    }
  } finally {
    await browser.close()
    await server.close()
  }
  process.stdout.write(
    `${counts.same} same, ${counts.different} different, ${counts.written} written\n`,
  )
  if (counts.different > 0) {
    process.stdout.write('See test-results/visual. Wanted? Keep them: npm run visual -- --update\n')
    process.exitCode = 1
  }
}

/** All, or those whose id holds one of the words given. A story that is gone must not pass unseen. */
function chooseStories() {
  const { entries } = JSON.parse(readFileSync(join(storybook, 'index.json'), 'utf8'))
  const gone = STORIES.filter((id) => !(id in entries))
  if (gone.length > 0) throw new Error(`There is no story ${gone.join(', ')}: mend the list.`)
  if (wanted.length === 0) return STORIES
  return STORIES.filter((id) => wanted.some((word) => id.includes(word)))
}

async function judgeAll({ browser, baseUrl, baselines, stories }) {
  const context = await browser.newContext({ deviceScaleFactor: 1 })
  const [page, canvas] = [await context.newPage(), await context.newPage()]
  for (const id of stories) {
    for (const [name, mode] of Object.entries(MODES)) {
      const picture = await takePicture(page, { baseUrl, id, mode })
      await judge({ picture, canvas, baselines, file: `${id}.${name}.png` })
    }
  }
}

async function judge({ picture, canvas, baselines, file }) {
  const baseline = join(baselines, file)
  const former = existsSync(baseline) ? readFileSync(baseline) : null
  const verdict = former && (await comparePictures(canvas, former, picture))
  if (verdict && verdict.share <= TOLERANCE) {
    counts.same += 1
    return
  }
  if (verdict && !update) {
    counts.different += 1
    const percent = (verdict.share * 100).toFixed(2)
    process.stdout.write(`different: ${file} (${percent} % of its pixels)\n`)
    writeFileSync(join(results, file), picture)
    writeFileSync(join(results, file.replace('.png', '.before.png')), former)
    writeFileSync(join(results, file.replace('.png', '.differences.png')), verdict.differences)
    return
  }
  counts.written += 1
  process.stdout.write(`written: ${file}\n`)
  writeFileSync(baseline, picture)
}

function removeOthers(baselines) {
  const kept = new Set(
    STORIES.flatMap((id) => Object.keys(MODES).map((mode) => `${id}.${mode}.png`)),
  )
  for (const file of readdirSync(baselines)) if (!kept.has(file)) rmSync(join(baselines, file))
}

await main()

import { readFileSync } from 'node:fs'

const font = readFileSync(new URL('fonts/inter.woff2', import.meta.url)).toString('base64')

/** One typeface on every machine, and nothing that moves. */
const STILL = `
  @font-face { font-family: Picture; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
  .story-surroundings, .story-surroundings * { font-family: Picture !important; caret-color: transparent !important }
`

const PLAYED_WITHIN_MS = 120_000

const ROOM_BELOW = 16

/** Longer stories are pictured from their top. */
const MAX_HEIGHT = 640

/**
 * Opens a story, lets it play to its end and takes its picture with whatever it has opened.
 *
 * @returns The PNG.
 * @throws When the story's play function fails: a picture of half a story shows nothing.
 */
export async function takePicture(page, { baseUrl, id, mode }) {
  await page.setViewportSize({ width: mode.width, height: MAX_HEIGHT })
  // axe has its own run
  const globals = `${mode.globals};a11y.manual:!true`
  await page.goto(`${baseUrl}/iframe.html?viewMode=story&id=${id}&globals=${globals}`)
  const end = await page.waitForFunction(
    () => {
      const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase
      return phase === 'finished' || phase === 'errored' ? phase : null
    },
    undefined,
    { timeout: PLAYED_WITHIN_MS },
  )
  if ((await end.jsonValue()) === 'errored') throw new Error(`The story ${id} does not play.`)
  await page.addStyleTag({ content: STILL })
  const clip = await page.evaluate(async () => {
    await document.fonts.load('1rem Picture')
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const shown = document.querySelectorAll('.story-surroundings > *, :popover-open, dialog[open]')
    const boxes = [...shown].map((element) => element.getBoundingClientRect())
    return {
      x: 0,
      y: 0,
      width: document.documentElement.clientWidth,
      height: Math.ceil(Math.max(...boxes.map(({ bottom }) => bottom))),
    }
  })
  clip.height = Math.min(clip.height + ROOM_BELOW, MAX_HEIGHT)
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
}

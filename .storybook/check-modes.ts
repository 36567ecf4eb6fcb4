import type { Preview } from '@storybook/react-vite'
import axe from 'axe-core'

/** How a story's surroundings look to one kind of person. */
interface Mode {
  readonly theme: 'light' | 'dark'
  readonly direction: 'ltr' | 'rtl'
  readonly width: string
}

const PLAIN: Mode = { theme: 'light', direction: 'ltr', width: '' }

/** What every story must be fit for. */
const MODES = {
  light: PLAIN,
  dark: { ...PLAIN, theme: 'dark' },
  'right to left': { ...PLAIN, direction: 'rtl' },
  narrow: { ...PLAIN, width: '20rem' },
} as const satisfies Readonly<Record<string, Mode>>

/** A rule that a story turns off or on, in `parameters.a11y.config`. */
interface RuleChoice {
  readonly id: string
  readonly enabled: boolean
}

/** Single stories are no pages: they need no landmarks. */
const NO_PAGE: RuleChoice = { id: 'region', enabled: false }

/**
 * Holds a finished story, with whatever it has opened, in light, dark, right to left and narrow
 * surroundings, and asks axe about each. Only in tests: at the workbench the panel tells of the mode
 * that is on screen.
 *
 * @throws When axe finds anything, with the mode, the rule and the element.
 */
export const checkModes: Preview['afterEach'] = async ({
  canvasElement,
  parameters,
  title,
  name,
}) => {
  const surroundings = canvasElement.querySelector<HTMLElement>('.story-surroundings')
  if (!isTestRun() || surroundings === null || parameters.a11y?.test !== 'error') return
  const rules: readonly RuleChoice[] = [NO_PAGE, ...(parameters.a11y.config?.rules ?? [])]
  const own = modeOf(surroundings)
  const found: string[] = []
  for (const [mode, wanted] of Object.entries(MODES)) {
    await takeOn(surroundings, wanted)
    // the accessibility addon has asked about the story as it is, but not into windows
    const find = isSame(wanted, own) ? findInWindows : findViolations
    found.push(...(await find(rules)).map((violation) => `${mode}: ${violation}`))
  }
  await takeOn(surroundings, own)
  if (found.length > 0) throw new Error(`axe, ${title} / ${name}:\n${found.join('\n')}`)
}

function isTestRun(): boolean {
  return import.meta.env.VITEST_STORYBOOK !== undefined
}

function modeOf({ dataset, dir, style }: HTMLElement): Mode {
  return {
    theme: dataset.theme === 'dark' ? 'dark' : 'light',
    direction: dir === 'rtl' ? 'rtl' : 'ltr',
    width: style.maxInlineSize,
  }
}

function isSame(one: Mode, other: Mode): boolean {
  return one.theme === other.theme && one.direction === other.direction && one.width === other.width
}

async function takeOn(surroundings: HTMLElement, mode: Mode): Promise<void> {
  surroundings.dataset.theme = mode.theme
  surroundings.dir = mode.direction
  surroundings.style.maxInlineSize = mode.width
  // the windows on a sheet follow once observers have been told
  await Promise.resolve()
  for (const page of [document, ...findPages()]) {
    for (const animation of page.getAnimations()) {
      // a colour on its way to another is neither; in a window that is out of sight all stands still
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) {
        animation.finish()
      }
    }
  }
}

/** The pages of a sheet's windows. */
function findPages(): readonly Document[] {
  return [...document.querySelectorAll<HTMLIFrameElement>('iframe.sheet-window')].flatMap(
    ({ contentDocument }) => contentDocument ?? [],
  )
}

async function findViolations(rules: readonly RuleChoice[]): Promise<readonly string[]> {
  const found = await askAxe(axe, document.body, rules)
  return [...found, ...(await findInWindows(rules))]
}

/** A window has an axe of its own, which cannot look out of it, nor another one in. */
async function findInWindows(rules: readonly RuleChoice[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const page of findPages()) found.push(...(await askAxe(axeOf(page), page.body, rules)))
  return found
}

function axeOf(page: Document): typeof axe {
  const { defaultView } = page
  if (!hasAxe(defaultView)) {
    const script = page.createElement('script')
    script.textContent = axe.source
    page.head.append(script)
  }
  if (!hasAxe(defaultView)) throw new Error('The window does not take axe.')
  return defaultView.axe
}

function hasAxe(view: object | null): view is { readonly axe: typeof axe } {
  return view !== null && 'axe' in view
}

async function askAxe(
  { run }: Pick<typeof axe, 'run'>,
  page: HTMLElement,
  rules: readonly RuleChoice[],
): Promise<readonly string[]> {
  const { violations } = await run(page, {
    iframes: false,
    resultTypes: ['violations'],
    rules: Object.fromEntries(rules.map(({ id, enabled }) => [id, { enabled }])),
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${failureSummary} ${html}`),
  )
}

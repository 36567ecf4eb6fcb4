import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright'
import { CHROMIUM_ARGS, findChromium } from '../../scripts/find-chromium.mjs'

/** Opens the Chromium that all tests in a browser use. */
export const openBrowser = async (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS, ...options })

/** What the page's window would hear when its tab is covered or uncovered. */
export const setVisible = (page: Page, isVisible: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isVisible ? 'visible' : 'hidden',
  )

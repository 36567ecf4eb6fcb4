import { readdir } from 'node:fs/promises'
import { build } from 'esbuild'

/** What the tests need of a browser, whatever its engine and however it is driven. */
export interface BrowserDriver {
  /** Goes to an address. */
  readonly open: (address: string) => Promise<void>
  /** The address of the page. */
  readonly address: () => Promise<string>
  /** Goes back by one entry of the history. */
  readonly back: () => Promise<void>
  /** Loads the page anew. */
  readonly reload: () => Promise<void>
  /** Presses the visible element of this role and name, as a person would; waits until it is there. */
  readonly click: (role: string, name: string | RegExp) => Promise<void>
  /** Presses a key where the focus is. */
  readonly press: (key: 'Escape' | 'Enter' | 'Tab') => Promise<void>
  /** Runs an expression in the page; its value must be JSON. */
  readonly read: (expression: string) => Promise<unknown>
  /** Folder that downloads land in. */
  readonly downloads: string
  /** How many tabs are open. */
  readonly countTabs: () => Promise<number>
  /** Ends the browser and what was started for it. */
  readonly close: () => Promise<void>
}

/** One browser that the tests can be run in. */
export interface BrowserUnderTest {
  /** Its name. */
  readonly name: string
  /** Whether this machine has it. */
  readonly isInstalled: boolean
  /** Starts it. */
  readonly start: () => Promise<BrowserDriver>
}

const LOOK_EVERY_MS = 100
const WAIT_MS = 20_000

/** The text of a script that puts `findByRole` into a page, bundled once. */
export const finderScript: Promise<string> = build({
  stdin: {
    contents: `
      import { queryAllByRole } from '@testing-library/dom'
      globalThis.findByRole = (role, source, flags) =>
        queryAllByRole(document.body, role, { name: flags === null ? source : new RegExp(source, flags) })
          .find((element) => element.getClientRects().length > 0) ?? null
    `,
    resolveDir: new URL('.', import.meta.url).pathname,
  },
  bundle: true,
  write: false,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
}).then(({ outputFiles }) => outputFiles[0]?.text ?? '')

/** The call of `findByRole` for a role and a name. */
export function findExpression(role: string, name: string | RegExp): string {
  const [source, flags] = typeof name === 'string' ? [name, null] : [name.source, name.flags]
  return `findByRole(${JSON.stringify(role)}, ${JSON.stringify(source)}, ${JSON.stringify(flags)})`
}

/** Looks again and again until something is there. */
export async function waitFor<Value>(
  what: string,
  look: () => Promise<Value | null>,
): Promise<Value> {
  const until = Date.now() + WAIT_MS
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (Date.now() > until) throw new Error(`Waited for ${what}, in vain.`)
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
}

/** The name of the first whole file in a folder, once there is one. */
export function waitForFile(folder: string): Promise<string> {
  return waitFor('a downloaded file', async () => {
    const names = await readdir(folder)
    const isPartial = names.some((name) => /\.(part|wkdownload)$/.test(name))
    return isPartial ? null : (names.find((name) => /\.(zip|csv|pdf|xlsx)$/.test(name)) ?? null)
  })
}

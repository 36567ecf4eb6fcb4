import { changeOneJob } from './backend.js'
import { startCounting, stopCounting } from './count-renders.js'

/** One way to show the history. */
export interface Contestant {
  /**
   * Shows the first page.
   *
   * @returns A function that takes everything away again.
   */
  mount(root: HTMLElement, pageSize: number): () => void
  /** Asks the backend anew; resolves when the answer has been taken in. */
  poll(): Promise<void>
  /** Turns to a page, from 0. */
  turnTo(page: number): void
}

declare global {
  /** What the script outside the page calls. */
  var bench: ReturnType<typeof createBench>
}

/** Offers a contestant to the script outside the page. */
export function drive(contestant: Contestant): void {
  globalThis.bench = createBench(contestant)
}

function createBench(contestant: Contestant) {
  const root = document.body.appendChild(document.createElement('main'))
  let unmount = () => {}
  let page = 0

  const rows = () => root.querySelectorAll('tbody tr:has(time)').length
  const firstRow = () => root.querySelector('tbody tr')?.textContent
  const until = async (isTrue: () => boolean) => {
    const end = performance.now() + 20_000
    while (!isTrue()) {
      if (performance.now() > end) throw new Error('The table did not get there.')
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  async function mount(pageSize: number): Promise<void> {
    unmount = contestant.mount(root, pageSize)
    page = 0
    await until(() => rows() === pageSize)
  }

  const actions = {
    async mount(pageSize: number) {
      await mount(pageSize)
      await painted()
    },
    async nextPage() {
      const before = firstRow()
      page = 1 - page
      contestant.turnTo(page)
      await until(() => firstRow() !== before && rows() === 200)
      await painted()
    },
    async poll() {
      await contestant.poll()
      await painted()
    },
    async pollOneChanged() {
      changeOneJob()
      const before = root.textContent
      await contestant.poll()
      await until(() => root.textContent !== before)
      await painted()
    },
  }

  return {
    ...actions,
    unmount: () => unmount(),
    elements: () => root.querySelectorAll('table, table *').length,
    /** Mounts and unmounts so often. */
    async cycle(times: number) {
      for (let time = 0; time < times; time += 1) {
        await mount(20)
        unmount()
      }
    },
    /** What one poll changes in the page and how many components it draws. */
    async count(action: 'poll' | 'pollOneChanged') {
      let mutations = 0
      const observer = new MutationObserver((records) => {
        mutations += records.length
      })
      const everything = { subtree: true, childList: true, attributes: true, characterData: true }
      observer.observe(root, everything)
      startCounting()
      await actions[action]()
      const renders = stopCounting()
      mutations += observer.takeRecords().length
      observer.disconnect()
      return { mutations, renders }
    },
  }
}

import type { ExportJob } from '../../core/job.js'

/** Which jobs of a list are selected, over all of its pages. */
export interface SelectionStore {
  /** The selected jobs by id, each as it was last seen; a new map after each change. */
  read(): ReadonlyMap<string, ExportJob>
  /** The jobs on screen; a new list after each change. */
  readPage(): readonly ExportJob[]
  /** Selects jobs, or takes them out. */
  select(jobs: readonly ExportJob[], isSelected: boolean): void
  /** Selects nothing. */
  clear(): void
  /** Tells which jobs are on screen, so that selected ones are known as they are now. */
  notePage(jobs: readonly ExportJob[]): void
  /**
   * Listens for changes.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: () => void): () => void
}

const NONE: ReadonlyMap<string, ExportJob> = new Map()

/** Makes a selection with nothing in it. */
export function createSelectionStore(): SelectionStore {
  const listeners = new Set<() => void>()
  let selected = NONE
  let page: readonly ExportJob[] = []

  function tell(): void {
    for (const listener of [...listeners]) listener()
  }

  return {
    read: () => selected,
    readPage: () => page,
    select(jobs, isSelected) {
      const next = new Map(selected)
      for (const job of jobs) {
        if (isSelected) next.set(job.id, job)
        else next.delete(job.id)
      }
      selected = next
      tell()
    },
    clear() {
      if (selected.size === 0) return
      selected = NONE
      tell()
    },
    notePage(jobs) {
      if (jobs === page) return
      page = jobs
      const seen = jobs.filter((job) => selected.has(job.id) && selected.get(job.id) !== job)
      if (seen.length > 0)
        selected = new Map([...selected, ...seen.map((job) => [job.id, job] as const)])
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

import type { SetupWorker } from 'msw/browser'
import {
  createExportBackend,
  createManualClock,
  type ExportBackend,
  type ExportBackendOptions,
  SCENARIOS,
  type ScenarioName,
} from 'react-export-jobs/mocks'
import { createExportHandlers, type ExportHandlersOptions } from 'react-export-jobs/mocks/msw'
import { STORY_TIME } from './story-time.js'

const served = new WeakMap<SetupWorker, ExportBackend>()
const chosen = new WeakMap<SetupWorker, ScenarioName>()

/** Puts the toolbar's scenario in place of what stories put into their backends. */
export function chooseScenario(msw: SetupWorker, name: unknown): void {
  if (isScenario(name)) chosen.set(msw, name)
  else chosen.delete(msw)
}

function isScenario(name: unknown): name is ScenarioName {
  return typeof name === 'string' && Object.hasOwn(SCENARIOS, name)
}

/** How a story's backend is put on the wire, and how it is made. */
interface ServeOptions extends Omit<ExportHandlersOptions, 'backend'> {
  /** What differs from the usual backend. */
  readonly backend?: Omit<ExportBackendOptions, 'clock' | 'setup'>
}

/**
 * Answers a story's requests from a mock backend of its own, whose clock stands.
 *
 * @param setup - Fills the backend; a scenario fits here. The toolbar's scenario comes before it.
 * @param options - The wire format, what the backend itself is like, and so on.
 */
export function serve(
  msw: SetupWorker,
  setup: (backend: ExportBackend) => void,
  { backend: made, ...options }: ServeOptions = {},
): ExportBackend {
  const scenario = chosen.get(msw)
  const backend = createExportBackend({
    ...made,
    clock: createManualClock(STORY_TIME),
    setup: scenario === undefined ? setup : (empty) => SCENARIOS[scenario](empty),
  })
  msw.use(...createExportHandlers({ ...options, backend }))
  served.set(msw, backend)
  return backend
}

/** The backend of the story on screen, for its play function. */
export function backendOf(msw: SetupWorker): ExportBackend {
  const backend = served.get(msw)
  if (backend === undefined)
    throw new Error('The story serves no backend: call serve in beforeEach.')
  return backend
}

/** The instant so many minutes before the stories' own. */
export function minutesAgo(count: number): string {
  return new Date(Date.parse(STORY_TIME) - count * 60_000).toISOString()
}

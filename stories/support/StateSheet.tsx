import type { ReactNode } from 'react'
import type { ExportJobsProviderProps } from 'react-export-jobs'
import { createRestClient, type RestClientOptions } from 'react-export-jobs/clients/rest'
import {
  createExportBackend,
  createExportHandler,
  createFetch,
  createManualClock,
  type ExportBackend,
} from 'react-export-jobs/mocks'
import { OwnWindow } from './OwnWindow.js'
import { STORY_TIME } from './story-time.js'
import { StoryProvider } from './with-provider.js'
import './state-sheet.css'

/** One state of a component, laid out beside the others. */
export interface SheetState {
  /** What the state is called. */
  readonly name: string
  /** The component in that state. */
  readonly content: ReactNode
  /** What the provider around it differs in. */
  readonly provider?: Partial<ExportJobsProviderProps>
  /** Gives it a window of its own, so many rem high: for what lies over the whole page. */
  readonly windowRem?: number
}

interface StateSheetProps {
  /** The states, in the order of a job's or a page's life. */
  readonly states: readonly SheetState[]
  /** The toolbar's language. */
  readonly locale: string
  /** `pairs` puts two states side by side, `wide` gives each the whole line. Default `cells`. */
  readonly layout?: 'cells' | 'pairs' | 'wide'
}

/** Every state of one component on one page, each with its name and a cache of its own. */
export function StateSheet({ states, locale, layout = 'cells' }: StateSheetProps): ReactNode {
  return (
    <div className="sheet" data-layout={layout}>
      {states.map(({ name, content, provider, windowRem }) => (
        <div key={name} className="sheet-state">
          <p className="sheet-name">{name}</p>
          {/* nobody is known, so that the states do not share answers as windows of one person do */}
          <StoryProvider provider={{ userKey: null, ...provider }} locale={locale}>
            {windowRem === undefined ? (
              content
            ) : (
              <OwnWindow title={name} heightRem={windowRem}>
                {content}
              </OwnWindow>
            )}
          </StoryProvider>
        </div>
      ))}
    </div>
  )
}

/**
 * What a sheet tells axe: the same component stands there several times, as on no real page. Its
 * windows are pages by themselves, and are asked about one by one.
 */
export const sheetParameters = {
  a11y: {
    config: { rules: [{ id: 'landmark-unique', enabled: false }] },
    options: { iframes: false },
  },
  docs: {
    story: { inline: false, height: '50rem' },
    // to be written out as JSX, every client would be gone through to its last member
    source: { type: 'code' },
  },
}

/**
 * A client with a mock backend of its own, for one state of a sheet.
 *
 * @param setup - Fills the backend; a scenario fits here.
 * @param actions - What the backend can do to a job. Default: nothing.
 */
export function clientOf(
  setup: (backend: ExportBackend) => void,
  actions?: RestClientOptions['actions'],
) {
  const backend = createExportBackend({ clock: createManualClock(STORY_TIME), setup })
  return createRestClient({
    baseUrl: '/api',
    capabilities: { fileFormats: ['csv', 'pdf', 'xlsx'] },
    actions,
    fetch: createFetch(createExportHandler({ backend })),
  })
}

import type { Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'
import 'react-export-jobs/styles.css'
import { configure } from 'storybook/test'
import { chooseScenario } from '../stories/support/serve.js'
import { stopClock } from '../stories/support/story-time.js'
import { addTokenControls, leaveOutSources, withoutSource } from './arg-types.js'
import { ComponentPage } from './ComponentPage.js'
import { checkModes } from './check-modes.js'
import { globalTypes, initialGlobals } from './toolbar.js'
import { withDensity, withSurroundings } from './with-surroundings.js'

// a story on a busy machine may take longer than the library's one second
configure({ asyncUtilTimeout: 5_000 })

/** What Storybook has read about a component in its source. */
interface Documented {
  readonly __docgenInfo?: { readonly description?: string }
}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withDensity, withSurroundings],
  beforeEach({ msw, globals }) {
    chooseScenario(msw, globals.scenario)
    return stopClock()
  },
  afterEach: checkModes,
  argTypesEnhancers: [leaveOutSources, addTokenControls],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker()
      await worker.start({
        quiet: true,
        onUnhandledFrame: ({ frame: { data }, defaults }) => {
          // a request that a story forgot to answer must not look like a network failure
          const isRequest = typeof data === 'object' && data !== null && 'request' in data
          if (!isRequest || !(data.request instanceof Request)) return
          if (new URL(data.request.url).pathname.startsWith('/api/')) defaults.error()
        },
      })
      return worker
    }),
  ],
  parameters: {
    a11y: { test: 'error' },
    docs: {
      page: ComponentPage,
      extractComponentDescription: (component?: Documented) =>
        withoutSource(component?.__docgenInfo?.description ?? ''),
    },
    controls: { expanded: true, sort: 'requiredFirst' },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Welcome',
          'Guides',
          [
            'Getting started',
            'Data flow',
            'Theming',
            'Languages',
            'Permissions',
            'Mocking with MSW',
          ],
          'Components',
          ['ExportHistory', 'ExportHistoryTable', 'ExportHistoryToolbar'],
          'For designers',
          'Hooks',
          'Pages',
          'Systems',
        ],
      },
    },
    // a story whose words the toolbar has changed is looked at, not tested
    throwPlayFunctionExceptions: false,
  },
  initialGlobals,
  globalTypes,
}

export default preview

import type { Decorator, Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import { mswLoader } from 'msw-storybook-addon/csf3'
import 'react-export-jobs/styles.css'
import { configure } from 'storybook/test'
import { stopClock } from '../stories/support/story-time.js'
import './surroundings.css'

// a story on a busy machine may take longer than the library's one second
configure({ asyncUtilTimeout: 5_000 })

/** What the toolbar sets, also read by stories through `context.globals`. */
interface StoryGlobals {
  /** The colour scheme the story is painted in. */
  readonly theme?: 'light' | 'dark'
  /** The writing direction. */
  readonly direction?: 'ltr' | 'rtl'
  /** The locale, a BCP 47 tag. */
  readonly locale?: string
  /** The width of the host's container: `full`, or a CSS length. */
  readonly width?: string
}

const withSurroundings: Decorator = (Story, { globals, viewMode }) => {
  const {
    theme = 'light',
    direction = 'ltr',
    locale = 'en',
    width = 'full',
  }: StoryGlobals = globals
  return (
    <div
      dir={direction}
      lang={locale}
      className="story-surroundings"
      data-theme={theme}
      data-view={viewMode}
      style={{ maxInlineSize: width === 'full' ? undefined : width }}
    >
      <Story />
    </div>
  )
}

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withSurroundings],
  beforeEach: () => stopClock(),
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker()
      await worker.start({
        quiet: true,
        onUnhandledRequest: (request, print) => {
          // a request that a story forgot to answer must not look like a network failure
          if (new URL(request.url).pathname.startsWith('/api/')) print.error()
        },
      })
      return worker
    }),
  ],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en', width: 'full' },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { title: 'Theme', icon: 'mirror', dynamicTitle: true, items: ['light', 'dark'] },
    },
    direction: {
      description: 'Writing direction',
      toolbar: { title: 'Direction', icon: 'transfer', dynamicTitle: true, items: ['ltr', 'rtl'] },
    },
    locale: {
      description: 'Locale of dates, numbers and sizes',
      toolbar: {
        title: 'Locale',
        icon: 'globe',
        dynamicTitle: true,
        items: ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar'],
      },
    },
    width: {
      description: "Width of the host's container",
      toolbar: {
        title: 'Width',
        icon: 'browser',
        dynamicTitle: true,
        items: [
          { value: 'full', title: 'Full width' },
          { value: '60rem', title: '60 rem' },
          { value: '40rem', title: '40 rem' },
          { value: '22rem', title: '22 rem' },
        ],
      },
    },
  },
}

export default preview

import { readdirSync } from 'node:fs'
import { composeStory, type Meta, type StoryObj } from '@storybook/react-vite'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExportJobs } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportRequestForm } from '../../src/components/request-form/ExportRequestForm.js'
import { type JobFilters, NO_FILTERS } from '../../src/core/list-query.js'
import type { ReportField } from '../../src/core/report-fields.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { stopClock } from '../../stories/support/story-time.js'
import { storyClient } from '../../stories/support/with-provider.js'
import { foreignWords, textsIn } from '../support/foreign-words.js'
import { createKnownData } from '../support/known-data.js'
import { pseudoFormatters, pseudoLabels } from '../support/pseudo-labels.js'
import { renderWithProvider } from '../support/render-with-provider.js'

interface StoryFile {
  readonly default: Meta
  readonly [name: string]: StoryObj
}

/**
 * Where stories stand whose words we give. Pages of the served systems are left out: they are hosts,
 * with a provider and words of their own (`Exported Reports`), and tests of their own.
 */
const FOLDERS = ['', 'pages/', 'designers/']

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(`stories/${folder}`)
    .filter((file) => file.endsWith('.stories.tsx'))
    .map((file) => `${folder}${file.replace('.stories.tsx', '')}`),
)
  // their parts stand in providers of their own, which speak English
  .filter((file) => file !== 'ExportJobsProvider' && file !== 'designers/Tokens')

/** How long nothing on the page may change until it counts as settled, in milliseconds. */
const QUIET = { afterMount: 250, afterPress: 30 }
/** The presses tried in one story; what they bring to light is alike in the others. */
const MAX_PRESSES = 30

const CONTROLS = '.ej-root button, button.ej-root, .ej-root input[type=checkbox]'

/** What stories write inside our parts, as hosts do, or hold in jobs that no backend sends. */
const WORDS_OF_HOSTS = [
  'Ask your administrator for a first report.',
  'Cost centre',
  'New export',
  'Nothing here yet. Open a report and press Export.',
  'To the reports',
  'ready',
  'vendor',
]

const server = setupServer()
/** Every text ever seen, to tell that the run has come around. */
const seen = new Set<string>()

beforeAll(async () => {
  server.listen()
  // what is fetched when it is needed is here at once
  await Promise.all([
    import('../../src/components/created-range/Calendar.js'),
    import('../../src/components/request-form/RequestFormBody.js'),
    import('../../src/components/path-template-field/PathTemplateBody.js'),
    import('../../src/components/history-table/StuckActions.js'),
    import('../../src/components/export-button/ExportWays.js'),
  ])
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** Waits until what the page fetches and draws by itself is there. */
async function settle(quietMs: number): Promise<void> {
  let changedAt = performance.now()
  const observer = new MutationObserver(() => {
    changedAt = performance.now()
  })
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  await waitFor(() => expect(performance.now() - changedAt).toBeGreaterThan(quietMs), {
    interval: 15,
  })
  observer.disconnect()
}

/** A story file by its path, without the ending; imports that hold a variable reach one folder deep. */
function open(file: string): Promise<StoryFile> {
  const [name = '', folder] = file.split('/').reverse()
  if (folder === 'pages') return import(`../../stories/pages/${name}.stories.tsx`)
  if (folder === 'designers') return import(`../../stories/designers/${name}.stories.tsx`)
  return import(`../../stories/${name}.stories.tsx`)
}

/** Where a control stands and what it shows, whatever job it belongs to. */
const kindOf = (control: Element) =>
  [control, control.parentElement, control.parentElement?.parentElement]
    .map((element) => element?.className)
    .concat(control.textContent ?? '', control.querySelector('path')?.getAttribute('d') ?? '')
    .join(' ')

/** Mounts a story in the pseudo-language, without its play function, which speaks English. */
async function show(story: StoryObj, meta: Meta) {
  const data = createKnownData()
  const composed = composeStory(story, meta, {
    beforeEach: () => stopClock(),
    initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en', width: 'full' },
    loaders: [
      (context) => {
        localStorage.clear()
        sessionStorage.clear()
        const provider: Partial<ExportJobsProviderProps> = context.parameters.provider ?? {}
        const client = provider.client ?? storyClient
        data.learn([provider.reportTypes, provider.labels, context.args, WORDS_OF_HOSTS])
        data.learn(client.capabilities.fileFormats)
        Object.assign(context, { msw: server })
        const inPseudo = { labels: pseudoLabels, formatters: pseudoFormatters }
        Object.assign(context.parameters, {
          provider: { ...provider, client: data.listenTo(client), ...inPseudo },
        })
      },
    ],
  })
  await composed.load()
  const Story = composed
  render(<Story />)
  await settle(QUIET.afterMount)
  return data
}

/** What our parts say now, and of it what comes from elsewhere. */
function foreignNow(data: ReadonlySet<string> = new Set()): readonly string[] {
  const texts = textsIn(document)
  for (const { text } of texts) seen.add(text)
  return foreignWords(texts, data)
}

describe.each(FILES)('%s in a pseudo-language', (file) => {
  it('has no text but labels, formats and data, whatever is pressed', async () => {
    const stories = await open(file)
    const { default: meta, ...named } = stories
    const pressed = new Set<string>()
    const foreign = new Set<string>()
    for (const [name, story] of Object.entries(named)) {
      const data = await show(story, meta)
      const look = () => {
        for (const word of foreignNow(data.texts)) foreign.add(`${name}: ${word}`)
      }
      // a sheet repeats the states of the other stories, each in a provider of its own
      const isSheet = document.querySelector('.sheet') !== null
      if (!isSheet) look()
      for (let presses = 0; !isSheet && presses < MAX_PRESSES; presses += 1) {
        const next = [...document.querySelectorAll(CONTROLS)].find(
          (control) => !pressed.has(kindOf(control)),
        )
        if (next === undefined) break
        pressed.add(kindOf(next))
        fireEvent.click(next)
        await settle(QUIET.afterPress)
        look()
      }
      cleanup()
      document.body.replaceChildren()
    }
    expect([...foreign]).toEqual([])
  }, 120_000)
})

const PSEUDO = { labels: pseudoLabels, formatters: pseudoFormatters }

describe('a page in a pseudo-language', () => {
  it('has no other text where no export matches', async () => {
    const filters: JobFilters = { ...NO_FILTERS, statuses: ['failed'] }
    renderWithProvider(<ExportHistoryTable defaults={{ filters }} />, {
      ...PSEUDO,
      client: createMemoryClient({ jobs: buildExportJobs(1, () => ({ status: 'completed' })) }),
    })
    await screen.findByText(pseudoLabels.table.noMatch.title)
    expect(foreignNow()).toEqual([])
  })

  it('has no other text in a form that is not filled in, nor in one that is sent twice', async () => {
    const note: ReportField = { id: 'note', kind: 'text', label: 'Note', required: true }
    const { user } = renderWithProvider(<ExportRequestForm />, {
      ...PSEUDO,
      client: createMemoryClient(),
      userKey: 'dana',
      reportTypes: [{ id: 'vendor', label: 'Vendor', formats: ['csv'], fields: [note] }],
    })
    const data = new Set(['Note', 'Vendor', 'vendor', 'CSV'])
    const send = await screen.findByRole('button', { name: pseudoLabels.form.submit })
    await user.click(send)
    await screen.findAllByText(pseudoLabels.form.fieldErrors.required({ limit: '' }))
    expect(foreignNow(data)).toEqual([])
    await user.type(screen.getByRole('textbox'), 'vendor')
    await user.click(send)
    await screen.findByText(pseudoLabels.form.outcomes.job)
    expect(foreignNow(data)).toEqual([])
    await user.click(screen.getByRole('button', { name: pseudoLabels.form.submit }))
    await screen.findByText(pseudoLabels.form.duplicate.title)
    expect(foreignNow(data)).toEqual([])
  })
})

describe('the run', () => {
  it('comes around: pop-ups, panels, forms, notices and refusals have been on screen', () => {
    const { table, toolbar, calendar, popUp, actions, bulk, detail } = pseudoLabels
    const { notifications, form, pathTemplate, errors, job } = pseudoLabels
    const reached = [
      table.noMatch.title,
      table.denied.title,
      table.loading,
      toolbar.close,
      calendar.apply,
      calendar.previousMonth,
      popUp.title,
      popUp.close,
      actions.undo,
      bulk.bar,
      detail.failure,
      detail.notFound.title,
      notifications.titles.failed,
      form.fieldErrors.required({ limit: '' }),
      form.duplicate.title,
      pathTemplate.preview,
      errors.offline.title,
      job.stuckText,
    ]
    const texts = [...seen].join('\n')
    expect(reached.filter((text) => !texts.includes(text))).toEqual([])
  })

  it.each([
    ['a text', <p key="a">Refresh</p>],
    ['a name', <button key="a" type="button" aria-label="Refresh" />],
    ['a tooltip', <p key="a" title="Refresh" />],
    ['a placeholder', <input key="a" placeholder="Refresh" />],
    ['a picture', <img key="a" alt="Refresh" />],
    ['a column of cards', <p key="a" data-label="Refresh" />],
    ['what stands beside a label', <p key="a">{pseudoLabels.table.refresh} now</p>],
  ])('finds English in %s', (_, part) => {
    const { container } = render(<div className="ej-root">{part}</div>)
    expect(foreignWords(textsIn(container), new Set(['data']))).toHaveLength(1)
  })

  it('takes labels, formats and data for what they are', () => {
    const { container } = render(
      <div className="ej-root">
        <p title={pseudoLabels.job.dateTimeWithZone({ dateTime: 'data', zone: 'Z' })}>
          {pseudoFormatters.formatNumber(1000)}
        </p>
        <p>Delivery location</p>
        <p>CSV — 12</p>
      </div>,
    )
    const data = createKnownData()
    data.learn({ reportType: 'delivery_location', fileFormats: ['csv — 12'] })
    expect(foreignWords(textsIn(container), data.texts)).toEqual([])
  })
})

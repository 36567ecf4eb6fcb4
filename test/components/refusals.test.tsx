import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { createActionsColumn } from '../../src/components/history-table/actions-column.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import type { ActionRefusal } from '../../src/core/actions.js'
import { EXPORT_JOBS_ERROR_CODES, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import type { BulkAction } from '../../src/hooks/useExportBulkAction.js'
import { en } from '../../src/labels/en.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

type Can = NonNullable<ExportJobsProviderProps['can']>

interface Stage {
  readonly client: MemoryClient
  readonly job: ExportJob
  readonly can: Can
}

/** A place where a person can do something with a job. */
interface Place {
  /** Draws it. */
  readonly open: (stage: Stage) => Promise<UserEvent>
  /** Presses the action there, and through the question before a deletion. */
  readonly press: (user: UserEvent, action: BulkAction) => Promise<void>
  /** Where the person reads why it could not be. */
  readonly told: (action: BulkAction) => Promise<HTMLElement>
}

const WORDS = { download: /^Download October/, cancel: /^Cancel export/, delete: /^Delete/ }
const BULK: readonly BulkAction[] = ['download', 'cancel', 'delete']
const actionsColumn = createActionsColumn({ variant: 'buttons' })
const withActions = (defaults: readonly ExportColumn[]) => [...defaults, actionsColumn]

async function pressButton(user: UserEvent, action: BulkAction): Promise<void> {
  await user.click(await screen.findByRole('button', { name: WORDS[action] }))
  if (action === 'delete') await confirm(user)
}

async function confirm(user: UserEvent): Promise<void> {
  const dialog = within(screen.getByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
}

const popUp = (action: BulkAction) =>
  screen.findByRole('article', { name: en.actions.failed[action] })
const bar = () => within(screen.getByRole('region', { name: 'Selected exports' }))

// the bar is a part that is fetched; once here, it is there at once
beforeAll(async () => {
  await import('../../src/components/selection/BulkBar.js')
})

const PLACES: Readonly<Record<'table cell' | 'detail' | 'bulk', Place>> = {
  'table cell': {
    async open({ client, can }) {
      const { user } = renderWithProvider(
        <ExportHistoryTable unavailableAction="explain" columns={withActions} toastMs={null} />,
        { client, can, polling: { mode: 'off' } },
      )
      await findRows()
      return user
    },
    press: pressButton,
    told: popUp,
  },
  detail: {
    async open({ client, job, can }) {
      const { user } = renderWithProvider(<ExportDetail jobId={job.id} toastMs={null} />, {
        client,
        can,
        polling: { mode: 'off' },
      })
      await screen.findByRole('heading', { name: 'October' })
      return user
    },
    press: pressButton,
    told: popUp,
  },
  bulk: {
    async open({ client, can }) {
      const { user } = renderWithProvider(
        <ExportHistoryTable bulkActions={BULK} toastMs={null} />,
        { client, can, polling: { mode: 'off' } },
      )
      await findRows()
      await user.click(screen.getByRole('checkbox', { name: /^Select all/ }))
      return user
    },
    async press(user, action) {
      await user.click(bar().getByRole('button', { name: en.actions.names[action] }))
      if (action === 'delete') await confirm(user)
    },
    told: async () => (await bar().findAllByRole('listitem'))[0] ?? document.body,
  },
}

const METHODS = { download: 'createDownload', cancel: 'cancelJob', delete: 'deleteJob' } as const
/** Somebody else was quicker: the row is gone, as was asked for. */
const GONE: readonly ExportJobsErrorCode[] = ['not_found', 'gone']

function wordsOf(action: BulkAction, code: ExportJobsErrorCode): string | undefined {
  if (action === 'download') return en.popUp.errors[code]
  if (action === 'cancel' && code === 'conflict') return en.actions.cancelConflict
  return en.actions.errors[code] ?? en.errors[code].text
}

const october = (overrides: Partial<ExportJob> = {}) =>
  buildExportJob({ id: '7', name: 'October', ...overrides })
const allowed: Can = () => true

const CODES = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((place) =>
  BULK.flatMap((action) =>
    EXPORT_JOBS_ERROR_CODES.filter((code) => action !== 'delete' || !GONE.includes(code)).map(
      (code) => ({ place, action, code }),
    ),
  ),
)

describe('what the backend refuses', () => {
  it.each(CODES)('is told in the $place: $action, $code', async ({ place, action, code }) => {
    const job = october({ status: action === 'cancel' ? 'processing' : 'completed' })
    const client = createMemoryClient({ jobs: [job] })
    const { open, press, told } = PLACES[place]
    const user = await open({ client, job, can: allowed })
    client.failNext(METHODS[action], code)
    await press(user, action)
    const words = wordsOf(action, code)
    expect(words).toMatch(/\.$/)
    expect(await told(action)).toHaveTextContent(words ?? '')
    expect(await told(action)).toHaveTextContent('October')
  })
})

interface Obstacle {
  readonly refusal: ActionRefusal
  readonly job: Partial<ExportJob>
  readonly can?: Can
  /** The backend's own words. */
  readonly reason?: string
}

const PAST = '2026-01-01T00:00:00.000Z'
const HOLD = 'On <i>legal</i> hold'

const OBSTACLES: readonly Obstacle[] = [
  { refusal: 'not_ready', job: { status: 'pending', isDownloadable: false } },
  { refusal: 'not_ready', job: { status: 'processing', isDownloadable: false } },
  { refusal: 'not_ready', job: { status: 'unknown', statusText: 'archived' } },
  { refusal: 'failed', job: { status: 'failed' } },
  { refusal: 'canceled', job: { status: 'canceled' } },
  { refusal: 'file_expired', job: { status: 'expired' } },
  { refusal: 'file_expired', job: { fileExpiresAt: PAST } },
  { refusal: 'no_file', job: { isDownloadable: false } },
  { refusal: 'emailed', job: { delivery: 'email' } },
  { refusal: 'backend', job: { allowedActions: { download: { reason: HOLD } } }, reason: HOLD },
  { refusal: 'not_permitted', job: {}, can: (action, about) => isOther(action, about?.job) },
]

/** Everything but a download of this job. */
function isOther(action: string, job: ExportJob | undefined): boolean {
  return action !== 'download' || job?.id !== '7'
}

const STATES = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((place) =>
  OBSTACLES.map((obstacle) => ({ place, ...obstacle })),
)

describe('a download that is not there to be had', () => {
  it.each(STATES)(
    'is told in the $place without asking: $refusal',
    async ({ place, refusal, job: overrides, can = allowed, reason }) => {
      const job = october(overrides)
      // in a selection another one can be had, else the button would be without effect
      const others =
        place === 'bulk' ? [buildExportJob({ id: '8', name: 'Other', createdAt: PAST })] : []
      const client = createMemoryClient({ jobs: [job, ...others] })
      const { open, press, told } = PLACES[place]
      const user = await open({ client, job, can })
      client.failNext('createDownload', 'offline')
      await press(user, 'download')
      expect(await told('download')).toHaveTextContent(reason ?? en.popUp.refusals[refusal])
      const asked = client.calls.filter(({ method }) => method === 'createDownload')
      expect(asked.map(({ args }) => args[0])).toEqual(others.map(({ id }) => id))
    },
  )
})

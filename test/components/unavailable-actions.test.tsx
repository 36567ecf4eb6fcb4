import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { createActionsColumn } from '../../src/components/history-table/actions-column.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportColumn } from '../../src/components/history-table/export-column.js'
import type { UnavailableAction } from '../../src/components/parts/unavailable-action.js'
import type { ActionRefusal } from '../../src/core/actions.js'
import type { ExportJob } from '../../src/core/job.js'
import { en } from '../../src/labels/en.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

type Can = NonNullable<ExportJobsProviderProps['can']>
type Action = 'download' | 'cancel' | 'retry' | 'delete'

/** An action that cannot be had, and why. */
interface Obstacle {
  readonly action: Action
  readonly refusal: ActionRefusal
  readonly job: Partial<ExportJob>
  readonly can?: Can
  /** The backend's own words. */
  readonly reason?: string
}

const PAST = '2026-01-01T00:00:00.000Z'
const HOLD = 'On <i>legal</i> hold'
const not =
  (forbidden: Action): Can =>
  (action, about) =>
    action !== forbidden || about?.job === undefined

const OBSTACLES: readonly Obstacle[] = [
  { action: 'download', refusal: 'not_ready', job: { status: 'pending', isDownloadable: false } },
  { action: 'download', refusal: 'failed', job: { status: 'failed' } },
  { action: 'download', refusal: 'canceled', job: { status: 'canceled' } },
  { action: 'download', refusal: 'file_expired', job: { fileExpiresAt: PAST } },
  { action: 'download', refusal: 'no_file', job: { isDownloadable: false } },
  { action: 'download', refusal: 'emailed', job: { delivery: 'email' } },
  { action: 'download', refusal: 'not_permitted', job: {}, can: not('download') },
  {
    action: 'download',
    refusal: 'backend',
    job: { allowedActions: { download: { reason: HOLD } } },
    reason: HOLD,
  },
  { action: 'cancel', refusal: 'already_finished', job: {} },
  { action: 'cancel', refusal: 'not_permitted', job: { status: 'pending' }, can: not('cancel') },
  { action: 'retry', refusal: 'not_failed', job: {} },
  { action: 'delete', refusal: 'unfinished', job: { status: 'processing' } },
  { action: 'delete', refusal: 'not_permitted', job: {}, can: not('delete') },
  {
    action: 'delete',
    refusal: 'backend',
    job: { allowedActions: { delete: { reason: HOLD } } },
    reason: HOLD,
  },
]

/** Draws one place with a wish for one action. */
type Open = (stage: {
  readonly job: ExportJob
  readonly wishes: Readonly<Partial<Record<Action, UnavailableAction>>>
  readonly draw: { readonly client: MemoryClient; readonly can: Can }
}) => Promise<UserEvent>

const actions = ['cancel', 'retry', 'delete'] as const

const PLACES: Readonly<Record<string, { readonly open: Open; readonly has: readonly Action[] }>> = {
  'table cell': {
    has: ['download'],
    async open({ wishes, draw }) {
      const { user } = renderWithProvider(
        <ExportHistoryTable unavailableAction={wishes} toastMs={null} />,
        draw,
      )
      await findRows()
      return user
    },
  },
  'actions column': {
    has: actions,
    async open({ wishes, draw }) {
      const column = createActionsColumn({ unavailableAction: wishes, variant: 'buttons' })
      const columns = (defaults: readonly ExportColumn[]) => [...defaults, column]
      const { user } = renderWithProvider(
        <ExportHistoryTable columns={columns} toastMs={null} />,
        draw,
      )
      await findRows()
      return user
    },
  },
  'actions menu': {
    has: actions,
    async open({ wishes, draw }) {
      const column = createActionsColumn({
        unavailableAction: { rerun: 'disable', ...wishes },
        actions: ['rerun', ...actions],
      })
      const columns = (defaults: readonly ExportColumn[]) => [...defaults, column]
      const { user } = renderWithProvider(
        <ExportHistoryTable columns={columns} toastMs={null} />,
        draw,
      )
      await findRows()
      await user.click(screen.getByRole('button', { name: /^Actions/ }))
      return user
    },
  },
  detail: {
    has: ['download', ...actions],
    async open({ job, wishes, draw }) {
      const { user } = renderWithProvider(
        <ExportDetail jobId={job.id} unavailableAction={wishes} toastMs={null} />,
        draw,
      )
      await screen.findByRole('heading', { name: 'October' })
      return user
    },
  },
}

const CASES = Object.entries(PLACES).flatMap(([place, { open, has }]) =>
  OBSTACLES.filter(({ action }) => has.includes(action)).flatMap((obstacle) =>
    (['hide', 'disable', 'explain'] as const).map((wish) => ({ place, open, wish, ...obstacle })),
  ),
)

const NAMES: Readonly<Record<Action, RegExp>> = {
  download: /^Download October/,
  cancel: /^Cancel export/,
  retry: /^Retry/,
  delete: /^Delete/,
}

function wordsOf({ action, refusal, reason }: Obstacle): string {
  if (reason !== undefined) return reason
  const own = action === 'download' ? undefined : en.actions.refusals[refusal]
  return own ?? en.popUp.refusals[refusal]
}

describe('an action that cannot be had', () => {
  it.each(CASES)('in the $place, $action, $refusal: $wish', async (stage) => {
    const { open, wish, action, can = () => true, job: overrides } = stage
    const job = buildExportJob({ id: '7', name: 'October', ...overrides })
    const client = createMemoryClient({ jobs: [job] })
    const user = await open({ job, wishes: { [action]: wish }, draw: { client, can } })
    const button = screen.queryByRole('button', { name: NAMES[action] })
    const name = action === 'download' ? en.popUp.title : en.actions.failed[action]
    const popUp = () => screen.queryByRole('article', { name })
    const words = wordsOf(stage)

    if (wish === 'hide') return expect(button).toBeNull()
    const asked = client.calls.length
    await user.click(button ?? document.body)
    if (wish === 'disable') {
      expect(button).toHaveAttribute('aria-disabled', 'true')
      expect(button).toHaveAccessibleDescription(words)
      expect(popUp()).toBeNull()
    } else {
      expect(button).not.toHaveAttribute('aria-disabled')
      expect(within(popUp() ?? document.body).getByText(words)).toBeVisible()
    }
    expect(client.calls.slice(asked)).toEqual([])
  })
})

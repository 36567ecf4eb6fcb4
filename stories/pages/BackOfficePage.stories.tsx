import type { Meta, StoryObj } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect, within } from 'storybook/test'
import { serve } from '../support/serve.js'
import { inOwnFrame, withProvider } from '../support/with-provider.js'
import { BackOfficePage } from './BackOfficePage.js'

const meta = {
  title: 'Pages/Back office',
  component: BackOfficePage,
  decorators: [withProvider],
  parameters: inOwnFrame,
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
} satisfies Meta<typeof BackOfficePage>

export default meta

type Story = StoryObj<typeof meta>

/** The page as it is opened. */
export const Ready: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('Export history')
  },
}

/** From the first page to the failed exports of the last month, and back. */
export const FindFailed: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1–20 of 200')
    const filters = within(canvas.getByRole('search', { name: 'Filters' }))
    await userEvent.click(filters.getByRole('button', { name: 'Status' }))
    const statuses = within(await canvas.findByRole('dialog', { name: 'Status' }))
    await userEvent.click(statuses.getByRole('checkbox', { name: 'Failed' }))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(filters.getByRole('button', { name: 'Created' }))
    const created = within(await canvas.findByRole('dialog', { name: 'Created' }))
    await userEvent.click(created.getByRole('button', { name: 'Last 30 days' }))
    const table = within(canvas.getByRole('table'))
    await canvas.findByRole('button', { name: /Created.*remove filter$/ })
    await table.findAllByText('Failed')
    await expect(table.queryByText('Completed')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
  },
}

/** The first visit of a new company. */
export const FirstVisit: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No exports yet')).toBeVisible()
  },
}

/** In the dark. */
export const Dark: Story = { globals: { theme: 'dark' }, play: Ready.play }

/** From right to left. */
export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: Ready.play }

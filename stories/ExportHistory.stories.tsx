import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportHistory } from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect } from 'storybook/test'
import { clientOf, StateSheet, sheetParameters } from './support/StateSheet.js'
import { serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const meta = {
  component: ExportHistory,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
} satisfies Meta<typeof ExportHistory>

export default meta

type Story = StoryObj<typeof meta>

/** Heading, toolbar, table and pages. */
export const Ready: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Export history' })).toBeVisible()
  },
}

/** The host's own title, rank and buttons. */
export const WithActions: Story = {
  args: {
    heading: 'Your downloads',
    headingLevel: 1,
    actions: <button type="button">New export</button>,
  },
  beforeEach: Ready.beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await expect(canvas.getByRole('heading', { level: 1, name: 'Your downloads' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'New export' })).toBeVisible()
  },
}

/** Nothing was ever exported. */
export const Empty: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No exports yet')).toBeVisible()
  },
}

/** The heading stays, so that the person knows what is withheld. */
export const Denied: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.denied)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You do not have access to these exports')).toBeVisible()
    await expect(canvas.getByRole('heading', { name: 'Export history' })).toBeVisible()
  },
}

/** The page in each of its states. */
export const AllStates: Story = {
  args: { table: { defaults: { pageSize: 3 } } },
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const page = <ExportHistory {...args} />
    return (
      <StateSheet
        locale={globals.locale}
        layout="wide"
        states={[
          { name: 'Ready', content: page, provider: { client: clientOf(SCENARIOS.manyJobs) } },
          {
            name: 'Not known yet whether it may be seen',
            content: page,
            provider: { client: clientOf(SCENARIOS.manyJobs), can: () => 'pending' },
          },
          { name: 'Empty', content: page, provider: { client: clientOf(SCENARIOS.empty) } },
          { name: 'Denied', content: page, provider: { client: clientOf(SCENARIOS.denied) } },
          { name: 'Failed', content: page, provider: { client: clientOf(SCENARIOS.serverError) } },
        ]}
      />
    )
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1–3 of 200')).toBeVisible()
    await expect(await canvas.findByText('No exports yet')).toBeVisible()
    await expect(await canvas.findByText('The server has a problem')).toBeVisible()
  },
}

/** In a narrow container. */
export const Narrow: Story = {
  globals: { width: '22rem' },
  args: WithActions.args,
  beforeEach: Ready.beforeEach,
  play: WithActions.play,
}

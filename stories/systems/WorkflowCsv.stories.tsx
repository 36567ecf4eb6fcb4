import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { expectShown } from '../support/expectations.js'
import { inOwnFrame } from '../support/with-provider.js'
import { WorkflowCsvPage } from './WorkflowCsvPage.js'
import { createWorkflowClient, createWorkflowService } from './workflow-service.js'
import './workflow.css'

const client = createWorkflowClient(
  createWorkflowService({ makeLink: ({ bytes }) => URL.createObjectURL(new Blob([bytes])) }),
)

const meta = {
  title: 'Systems/Workflow CSV',
  component: WorkflowCsvPage,
  parameters: inOwnFrame,
  args: { client },
  beforeEach() {
    sessionStorage.clear()
    localStorage.clear()
  },
} satisfies Meta<typeof WorkflowCsvPage>

export default meta

type Story = StoryObj<typeof meta>

/** The panel as it is opened. */
export const Blank: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Export CSV' })).toBeEnabled()
    await expect(canvas.getByText(/Choose an order first/)).toBeVisible()
  },
}

/** From the blank form to the CSV. */
export const DownloadCsv: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Annotations' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Export CSV' }))
    await expectShown(() => canvas.getByText('The download has started.'))
  },
}

/** Annotated files need an order, and are sent by e-mail. */
export const AnnotatedFiles: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(await canvas.findByLabelText('Order'), '8492192')
    await userEvent.click(canvas.getByRole('radio', { name: 'Annotated Files' }))
    await expect(canvas.getByText(/You get an e-mail with a link/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Export Annotated Case Files' }))
    await expectShown(() => canvas.getByText(/^The export has started/))
  },
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  play: Blank.play,
}

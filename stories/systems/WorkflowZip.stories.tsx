import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { expectShown } from '../support/expectations.js'
import { inOwnFrame } from '../support/with-provider.js'
import { WorkflowZipPage } from './WorkflowZipPage.js'
import { createWorkflowClient, createWorkflowService } from './workflow-service.js'
import './workflow.css'

const client = createWorkflowClient(
  createWorkflowService({ makeLink: ({ bytes }) => URL.createObjectURL(new Blob([bytes])) }),
)

const meta = {
  title: 'Systems/Workflow ZIP',
  component: WorkflowZipPage,
  parameters: inOwnFrame,
  args: { client },
  beforeEach() {
    sessionStorage.clear()
    localStorage.clear()
  },
} satisfies Meta<typeof WorkflowZipPage>

export default meta

type Story = StoryObj<typeof meta>

/** Three exports to choose from. */
export const Blank: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'Case files (ZIP)' })).toBeVisible()
  },
}

/** Folders by order and case, from the blank form to the ZIP. */
export const WithFolders: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Case files (ZIP)' }))
    const field = await canvas.findByRole('textbox', { name: 'Folder path template' })
    await userEvent.click(field)
    await userEvent.paste('{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}')
    await expectShown(() => canvas.getByText('3112442/'))
    await userEvent.click(canvas.getByRole('button', { name: 'Download Files' }))
    await expectShown(() => canvas.getByText('The download has started.'))
  },
}

/** A template with mistakes is refused at their places. */
export const MistakenTemplate: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Case files (ZIP)' }))
    await userEvent.click(await canvas.findByRole('textbox', { name: 'Folder path template' }))
    await userEvent.paste('../{{ CASE }}/{{ FILENAME')
    await userEvent.click(canvas.getByRole('button', { name: 'Download Files' }))
    await expect(canvas.getByText(/A path must not lead upwards/)).toBeVisible()
  },
}

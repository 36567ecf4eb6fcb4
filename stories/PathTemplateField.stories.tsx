import type { Meta, StoryObj } from '@storybook/react-vite'
import { PathTemplateField, type PathTemplateFieldProps } from 'react-export-jobs'
import { expect } from 'storybook/test'
import { expectShown } from './support/expectations.js'
import { expectIn, pressIn } from './support/in-window.js'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const meta = {
  component: PathTemplateField,
  decorators: [withProvider],
  parameters: inOwnFrame,
  tags: ['autodocs'],
} satisfies Meta<typeof PathTemplateField>

export default meta

type Story = StoryObj<typeof meta>

/** Blank: the usual names, at the root. */
export const Blank: Story = {
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('000003112442_8492192_1.jpg'))
  },
}

/** Folders by order and case. */
export const Folders: Story = {
  args: { defaultValue: '{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}' },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText('3112442/'))
  },
}

/** A variable is inserted where the caret is. */
export const InsertAtTheCaret: Story = {
  args: { defaultValue: 'cases/{{ FILENAME }}' },
  play: async ({ canvas, userEvent }) => {
    const field = await canvas.findByRole<HTMLInputElement>('textbox')
    await userEvent.click(field)
    field.setSelectionRange(6, 6)
    await userEvent.click(canvas.getByRole('button', { name: 'Insert a variable' }))
    await userEvent.click(canvas.getByRole('button', { name: /^CASE_SHORT_ID/ }))
    await expect(field).toHaveValue('cases/{{ CASE_SHORT_ID }}{{ FILENAME }}')
    await expect(field).toHaveFocus()
  },
}

/** The variables, each explained. */
export const Variables: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Insert a variable' }))
    await expectShown(() => canvas.getByText('Extension with its dot, such as .jpg'))
  },
}

/** Each mistake is marked at its place. */
export const Mistakes: Story = {
  args: { defaultValue: '/cases/{{ CASE }}/../{{ FILENAME | upcase }}' },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/There is no such variable/))
  },
}

/** Files that would overwrite one another are warned of. */
export const Collisions: Story = {
  args: { defaultValue: '{{ CASE_ID }}{{ FILE_EXT }}' },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByText(/of these files would have the path 90211\.jpg/))
  },
}

/** The label and the explanation are the host's. */
export const OwnWords: Story = {
  args: { label: 'Ordnerstruktur', description: 'Leer lassen für die üblichen Namen.' },
  play: async ({ canvas }) => {
    await expectShown(() => canvas.getByRole('textbox', { name: 'Ordnerstruktur' }))
  },
}

/** It cannot be changed now. */
export const Disabled: Story = {
  args: { defaultValue: '{{ FILENAME }}', disabled: true },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('textbox')).toBeDisabled()
  },
}

/** In a host that writes from right to left; the path itself still runs from the left. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: Mistakes.args,
  play: Mistakes.play,
}

/** In a narrow, dark host. */
export const NarrowAndDark: Story = {
  globals: { theme: 'dark', width: '22rem' },
  args: Folders.args,
  play: Folders.play,
}

/** Every state of the field beside the others. */
export const AllStates: Story = {
  parameters: sheetParameters,
  render: (args, { globals }) => {
    const state = (name: string, props: PathTemplateFieldProps = {}, windowRem?: number) => ({
      name,
      windowRem,
      content: <PathTemplateField {...args} {...props} />,
    })
    return (
      <StateSheet
        locale={globals.locale}
        layout="pairs"
        states={[
          state('Blank: the usual names'),
          state('Folders', Folders.args),
          state('Mistakes', Mistakes.args),
          state('Files that would overwrite one another', Collisions.args),
          state('Disabled', Disabled.args),
          state('Required, in the words of a host', { ...OwnWords.args, required: true }),
          state('The variables', {}, 36),
        ]}
      />
    )
  },
  play: async ({ canvas, canvasElement }) => {
    await pressIn(canvasElement, 'The variables', 'Insert a variable')
    await expectIn(canvasElement, 'The variables', 'Extension with its dot, such as .jpg')
    await expectShown(() => canvas.getByText(/There is no such variable/))
    await expectShown(() => canvas.getByText(/of these files would have the path 90211\.jpg/))
    await expect(canvas.getAllByRole('textbox')).toHaveLength(6)
  },
}

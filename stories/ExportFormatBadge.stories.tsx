import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportFormatBadge } from 'react-export-jobs'
import { expect } from 'storybook/test'
import { StateSheet, sheetParameters } from './support/StateSheet.js'
import { withProvider } from './support/with-provider.js'

const meta = {
  component: ExportFormatBadge,
  decorators: [withProvider],
  tags: ['autodocs'],
} satisfies Meta<typeof ExportFormatBadge>

export default meta

type Story = StoryObj<typeof meta>

/** Red, green and blue of an element's text, each 0 to 255. */
function paintOf(element: Element): readonly number[] {
  const { color } = getComputedStyle(element)
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('This browser cannot paint.')
  // whatever notation the style is in, a painted pixel is plain red, green and blue
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

/** The icon that the stylesheet draws before the word. */
function iconOf(element: Element): string {
  return getComputedStyle(element, '::before').clipPath
}

/** A green spreadsheet, told by word and icon too. */
export const Csv: Story = {
  args: { format: 'csv' },
  play: async ({ canvas }) => {
    const [red = 0, green = 0, blue = 0] = paintOf(canvas.getByText('CSV'))
    await expect(green).toBeGreaterThan(red)
    await expect(green).toBeGreaterThan(blue)
  },
}

/** A blue document. */
export const Pdf: Story = {
  args: { format: 'pdf' },
  play: async ({ canvas }) => {
    const [red = 0, green = 0, blue = 0] = paintOf(canvas.getByText('PDF'))
    await expect(blue).toBeGreaterThan(red)
    await expect(blue).toBeGreaterThan(green)
  },
}

/** Word and icon differ, so that nobody depends on the colour. */
export const SideBySide: Story = {
  args: { format: 'csv' },
  render: () => (
    <>
      <ExportFormatBadge format="csv" /> <ExportFormatBadge format="pdf" />
    </>
  ),
  play: async ({ canvas }) => {
    const [csv, pdf] = [canvas.getByText('CSV'), canvas.getByText('PDF')].map(iconOf)
    await expect(csv).toContain('path(')
    await expect(pdf).toContain('path(')
    await expect(csv).not.toBe(pdf)
  },
}

export const Xlsx: Story = { args: { format: 'xlsx' } }

export const Zip: Story = { args: { format: 'zip' } }

export const Json: Story = { args: { format: 'json' } }

/** A format nobody has thought of. */
export const UnknownFormat: Story = {
  args: { format: 'parquet' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('PARQUET')).toBeVisible()
  },
}

/** The host calls it otherwise. */
export const HostWord: Story = {
  args: { format: 'xlsx' },
  parameters: { provider: { labels: { formats: { xlsx: 'Excel' } } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Excel')).toBeVisible()
  },
}

/** Every format beside the others. */
export const AllStates: Story = {
  args: { format: 'csv' },
  parameters: sheetParameters,
  render: (args, { globals }) => (
    <StateSheet
      locale={globals.locale}
      states={['csv', 'pdf', 'xlsx', 'zip', 'json', 'parquet'].map((format) => ({
        name: format === 'parquet' ? 'any other' : format,
        content: <ExportFormatBadge {...args} format={format} />,
      }))}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('PARQUET')).toBeVisible()
  },
}

/** In a dark host. */
export const Dark: Story = { args: { format: 'csv' }, globals: { theme: 'dark' } }

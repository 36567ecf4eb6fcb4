import type { Meta, StoryObj } from '@storybook/react-vite'
import { type CSSProperties, forwardRef } from 'react'
import {
  type ExportComponents,
  ExportHistory,
  type ExportPartProps,
  ExportStatusBadge,
} from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect, fn } from 'storybook/test'
import { serve } from './support/serve.js'
import { inOwnFrame, withProvider } from './support/with-provider.js'

const pressed = fn()

const pill: CSSProperties = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: '0.4rem',
  font: 'inherit',
  minBlockSize: '2rem',
  paddingInline: '0.9rem',
  border: '1px solid currentColor',
  borderRadius: '99rem',
  background: 'transparent',
  color: 'inherit',
  cursor: 'pointer',
}

/** A button as a design system has one: with looks of its own, and everything else handed on. */
const PillButton = forwardRef<HTMLButtonElement, Omit<ExportPartProps['button'], 'ref'>>(
  function PillButton({ variant, className, onClick, ...rest }, ref) {
    const isStrong = variant === 'primary'
    return (
      <button
        type="button"
        {...rest}
        ref={ref}
        onClick={(event) => {
          pressed()
          onClick?.(event)
        }}
        style={isStrong ? { ...pill, background: 'CanvasText', color: 'Canvas' } : pill}
      />
    )
  },
)

/** Ours, with the host's mark before it. */
const MarkedBadge = (props: ExportPartProps['statusBadge']) => (
  <span style={{ display: 'inline-flex', gap: '0.4rem', alignItems: 'center' }}>
    <span aria-hidden="true">{props.job.status === 'failed' ? '▲' : '●'}</span>
    <ExportStatusBadge {...props} />
  </span>
)

/** Nothing of ours: the host's own words and way out. */
const FirstSteps = () => (
  <div style={{ padding: '3rem', textAlign: 'center' }}>
    <p>Nothing here yet. Open a report and press Export.</p>
    <a href="#reports">To the reports</a>
  </div>
)

const OWN: ExportComponents = { button: PillButton, statusBadge: MarkedBadge, empty: FirstSteps }

const meta = {
  title: 'Own parts',
  component: ExportHistory,
  decorators: [withProvider],
  parameters: { ...inOwnFrame, provider: { components: OWN } },
} satisfies Meta<typeof ExportHistory>

export default meta

type Story = StoryObj<typeof meta>

/** The host's buttons and badges, on the provider and so on every page. */
export const History: Story = {
  args: { table: { bulkActions: ['download'] } },
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.manyJobs)
    pressed.mockClear()
  },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('1–20 of 200')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await expect(pressed).toHaveBeenCalledOnce()
    await expect(canvas.getAllByText('●')[0]).toBeVisible()
  },
}

/** The host's own state in the place of ours. */
export const Empty: Story = {
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.empty)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'To the reports' })).toBeVisible()
    await expect(canvas.queryByText('No exports yet')).toBeNull()
  },
}

/** A component’s own over the provider’s. */
export const OverTheProviders: Story = {
  args: { components: { empty: () => <p>Ask your administrator for a first report.</p> } },
  beforeEach: Empty.beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Ask your administrator/)).toBeVisible()
  },
}

import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  ExportFormatBadge,
  ExportHistory,
  ExportHistoryTable,
  ExportRequestForm,
  ExportStatusBadge,
} from 'react-export-jobs'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { expect, waitFor } from 'storybook/test'
import { clientOf, sheetParameters } from '../support/StateSheet.js'
import { serve } from '../support/serve.js'
import { VENDOR_REPORT } from '../support/vendor-report.js'
import { StoryProvider, withProvider } from '../support/with-provider.js'
import './tokens.css'

/** What the controls have set, by the token's name; there is a control for every base token. */
type TokenArgs = Readonly<Record<string, unknown>>

/** The rule that a host would write to get what is on screen. */
function ruleOf(args: TokenArgs): string {
  const lines = Object.entries(args)
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) => `  ${name}: ${value};`)
  return `.ej-root {\n${lines.join('\n')}\n}`
}

const RULE_OF_THE_DEFAULTS = ruleOf({})

/** Badges, a page, its states and a form under the tokens that the controls set. */
function Page({ tokens, locale }: { readonly tokens: TokenArgs; readonly locale: string }) {
  const rule = ruleOf(tokens)
  return (
    <div className="tokens">
      <style>{rule}</style>
      <section aria-label="Your stylesheet">
        {rule === RULE_OF_THE_DEFAULTS ? (
          <p>Set a token among the controls; the rule for your stylesheet then stands here.</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          <pre tabIndex={0}>{rule}</pre>
        )}
      </section>
      <p className="tokens-row">
        {(['pending', 'processing', 'completed', 'failed', 'canceled', 'expired'] as const).map(
          (status) => (
            <ExportStatusBadge key={status} job={{ status, statusText: null }} />
          ),
        )}
        {['csv', 'pdf', 'xlsx', 'zip'].map((format) => (
          <ExportFormatBadge key={format} format={format} />
        ))}
      </p>
      <ExportHistory table={{ defaults: { pageSize: 5 } }} />
      <div className="tokens-columns">
        <StoryProvider
          locale={locale}
          provider={{ userKey: null, client: clientOf(SCENARIOS.empty) }}
        >
          <ExportHistoryTable toolbar={false} caption="Exports of a new company" />
        </StoryProvider>
        <StoryProvider locale={locale} provider={{ userKey: null, reportTypes: [VENDOR_REPORT] }}>
          <ExportRequestForm />
        </StoryProvider>
      </div>
    </div>
  )
}

const meta: Meta = {
  title: 'Token playground',
  decorators: [withProvider],
  parameters: { ...sheetParameters, tokenControls: true },
  tags: ['!autodocs'],
  beforeEach({ msw }) {
    serve(msw, SCENARIOS.allStates)
  },
  render: (args, { globals }) => <Page tokens={args} locale={globals.locale} />,
}

export default meta

type Story = StoryObj

/** Set any token among the controls and see every component follow; then copy the rule. */
export const Playground: Story = {
  play: async ({ canvas, argTypes }) => {
    await expect(Object.keys(argTypes)).toContain('--ej-color-accent')
    await expect(await canvas.findByText('1–5 of 15')).toBeVisible()
  },
}

/** What a host has made of it: round, roomy, and in its own colour. */
export const RoundAndViolet: Story = {
  args: {
    '--ej-color-accent': 'light-dark(#6d28d9, #c4b5fd)',
    '--ej-radius': '1rem',
    '--ej-radius-small': '999px',
    '--ej-control-size': '2.5rem',
  },
  play: async ({ canvas }) => {
    const refresh = await canvas.findByRole('button', { name: 'Refresh' })
    await waitFor(() => expect(getComputedStyle(refresh).borderStartStartRadius).toBe('999px'))
    await expect(canvas.getByText(/--ej-radius: 1rem/)).toBeVisible()
  },
}

/** Every measure small, for dense tools. */
export const SmallAndSquare: Story = {
  args: {
    '--ej-radius': '0',
    '--ej-radius-small': '0',
    '--ej-font-size': '0.8125rem',
    '--ej-control-size': '1.75rem',
    '--ej-row-size': '3rem',
    '--ej-cell-space': '0.5rem',
  },
  play: async ({ canvas }) => {
    const refresh = await canvas.findByRole('button', { name: 'Refresh' })
    await waitFor(() => expect(getComputedStyle(refresh).borderStartStartRadius).toBe('0px'))
  },
}

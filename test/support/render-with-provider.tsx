import { type RenderResult, render } from '@testing-library/react'
import { type UserEvent, userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { createMemoryClient } from '../../src/clients/memory.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'

/** What a test renders in, and the hands of a person. */
export interface RenderedWithProvider extends RenderResult {
  readonly user: UserEvent
}

/** Renders a component as a host does: in a provider, in UTC, in English, out of the URL. */
export function renderWithProvider(
  ui: ReactElement,
  props: Partial<ExportJobsProviderProps> = {},
): RenderedWithProvider {
  const client = props.client ?? createMemoryClient()
  const view = render(
    <ExportJobsProvider urlState="memory" timeZone="UTC" {...props} client={client}>
      {ui}
    </ExportJobsProvider>,
  )
  return { ...view, user: userEvent.setup() }
}

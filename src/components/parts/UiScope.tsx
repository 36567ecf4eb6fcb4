import { type ReactNode, useMemo } from 'react'
import { layOver } from '../../internal/lay-over.js'
import { useStableValue } from '../../internal/use-stable.js'
import type { FormatterOverrides } from '../../labels/formatters.js'
import type { LabelOverrides } from '../../labels/labels.js'
import { mergeLabelOverrides } from '../../labels/merge-labels.js'
import {
  ExportJobsUiContext,
  type ExportJobsUiContextValue,
  useExportJobsUiContext,
} from '../../provider/export-jobs-context.js'
import type { ExportComponents, ExportPart } from './export-components.js'

/** Words and formats of one component. May be written inline. */
export interface WordOverrides {
  /** Words laid over the provider's. */
  readonly labels?: LabelOverrides
  /** Formats laid over the provider's. */
  readonly formatters?: FormatterOverrides
}

/**
 * Words, formats and parts of one component and of all that stands in it.
 *
 * @typeParam Part - The parts that it has.
 */
export interface UiOverrides<Part extends ExportPart = ExportPart> extends WordOverrides {
  /** The host's own parts, laid over the provider's. Keep them outside of components. */
  readonly components?: Pick<ExportComponents, Part>
}

/** Lays a component's own words, formats and parts over the provider's for everything inside. */
export function UiScope({
  children,
  ...own
}: UiOverrides & { readonly children: ReactNode }): ReactNode {
  return (
    <ExportJobsUiContext.Provider value={useUiScope(own, 'ExportJobs')}>
      {children}
    </ExportJobsUiContext.Provider>
  )
}

/**
 * The provider's words, formats and parts with a component's own over them. Keeps its identity.
 *
 * @param user - The component, for the message that a provider is missing.
 */
export function useUiScope(own: UiOverrides, user: string): ExportJobsUiContextValue {
  const outer = useExportJobsUiContext(user)
  const labels = useStableValue(own.labels)
  const formatters = useStableValue(own.formatters)
  const components = useStableValue(own.components)
  return useMemo(
    () =>
      labels === undefined && formatters === undefined && components === undefined
        ? outer
        : {
            ...outer,
            labels: mergeLabelOverrides(outer.labels, labels),
            formatters: layOver(outer.formatters, formatters),
            components: layOver(outer.components, components),
          },
    [outer, labels, formatters, components],
  )
}

import { type ReactNode, useMemo } from 'react'
import { useStableValue } from '../../internal/use-stable.js'
import type { FormatterOverrides } from '../../labels/formatters.js'
import type { LabelOverrides } from '../../labels/labels.js'
import { mergeLabelOverrides } from '../../labels/merge-labels.js'
import { ExportJobsUiContext, useExportJobsUiContext } from '../../provider/export-jobs-context.js'

/** Words and formats of one component. May be written inline. */
export interface UiOverrides {
  /** Words laid over the provider's. */
  readonly labels?: LabelOverrides
  /** Formats laid over the provider's. */
  readonly formatters?: FormatterOverrides
}

/** Lays a component's own words and formats over the provider's for everything inside. */
export function UiScope({
  labels,
  formatters,
  children,
}: UiOverrides & { readonly children: ReactNode }): ReactNode {
  const outer = useExportJobsUiContext('UiScope')
  const ownLabels = useStableValue(labels)
  const ownFormatters = useStableValue(formatters)
  const inner = useMemo(
    () =>
      ownLabels === undefined && ownFormatters === undefined
        ? outer
        : {
            ...outer,
            labels: mergeLabelOverrides(outer.labels, ownLabels),
            formatters: { ...outer.formatters, ...ownFormatters },
          },
    [outer, ownLabels, ownFormatters],
  )
  return <ExportJobsUiContext.Provider value={inner}>{children}</ExportJobsUiContext.Provider>
}

import { useMemo } from 'react'
import type { UnavailableAction } from '../parts/unavailable-action.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { DrawnColumn, ExportColumn } from './export-column.js'
import { defaultColumns } from './export-columns.js'

/** The columns on screen with their headers in words. Keep their identity while nothing changes. */
export function useDrawnColumns(
  choose: ((defaults: readonly ExportColumn[]) => readonly ExportColumn[]) | undefined,
  unavailableAction: UnavailableAction,
): readonly DrawnColumn[] {
  const { labels } = useExportJobsUi()
  return useMemo(() => {
    const defaults = defaultColumns(unavailableAction)
    return (choose?.(defaults) ?? defaults).map(({ header, align = 'start', ...column }) => ({
      ...column,
      align,
      title: header(labels),
    }))
  }, [choose, unavailableAction, labels])
}

import { useMemo } from 'react'
import { checkChoice, checkChooser } from '../parts/check-choice.js'
import type { UnavailableAction } from '../parts/unavailable-action.js'
import { SELECT_COLUMN } from '../selection/select-column.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { defaultColumns } from './default-columns.js'
import type { DrawnColumn, ExportColumn } from './export-column.js'

const PROP = '<ExportHistoryTable>: columns'

/** The columns on screen with their headers in words. Keep their identity while nothing changes. */
export function useDrawnColumns(
  choose: ((defaults: readonly ExportColumn[]) => readonly ExportColumn[]) | undefined,
  unavailableAction: UnavailableAction,
  isSelectable: boolean,
): readonly DrawnColumn[] {
  const { labels } = useExportJobsUi()
  return useMemo(() => {
    const defaults = defaultColumns(unavailableAction)
    const drawn = chosenFrom(defaults, choose).map(({ header, align = 'start', ...column }) => ({
      ...column,
      align,
      title: header(labels),
    }))
    return isSelectable ? [SELECT_COLUMN, ...drawn] : drawn
  }, [choose, unavailableAction, isSelectable, labels])
}

function chosenFrom(
  defaults: readonly ExportColumn[],
  choose: Parameters<typeof useDrawnColumns>[0],
): readonly ExportColumn[] {
  if (choose === undefined) return defaults
  checkChooser(PROP, choose)
  const chosen = choose(defaults)
  checkChoice(PROP, chosen, ['header', 'cell'])
  return chosen
}

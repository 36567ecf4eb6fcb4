import type { ReactNode } from 'react'
import { JOB_SOURCES } from '../../core/job.js'
import type { JobFilterName } from '../../core/list-query.js'
import { FILTERABLE_STATUSES } from '../../core/status.js'
import { useExportListAccess } from '../../hooks/useExportListAccess.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { formatWord, reportTypeWord } from '../parts/job-words.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** The filters that take several values out of a closed set. */
export type ChoiceFilterName = JobFilterName &
  ('statuses' | 'fileFormats' | 'reportTypes' | 'sources')

/** One choice of a filter. */
export interface FilterChoice {
  /** What the filter holds. */
  readonly value: string
  /** What people read, for the accessible name. */
  readonly words: string
  /** How it is shown; default its words. */
  readonly shown?: ReactNode
}

/** What a filter offers, and what of it is taken. */
export interface FilterChoices {
  /** What can be chosen. */
  readonly choices: readonly FilterChoice[]
  /** What is chosen, as far as it can be. */
  readonly chosen: readonly string[]
  /** Chooses anew. */
  readonly choose: (chosen: readonly string[]) => void
}

/** Gives the choices of a filter: what the backend has, and what the person may see. Source: M5, W3, W9. */
export function useFilterChoices(
  name: ChoiceFilterName,
  { listState, setFilters }: UseExportListStateResult,
): FilterChoices {
  const choices = useChoices(name)
  const chosen: readonly string[] = listState.filters[name]
  const isOffered = (value: string) => choices.some((choice) => choice.value === value)
  return {
    choices,
    chosen: chosen.filter(isOffered),
    choose(values) {
      const isChosen = (value: string) => values.includes(value)
      if (name === 'statuses') setFilters({ statuses: FILTERABLE_STATUSES.filter(isChosen) })
      else if (name === 'sources') setFilters({ sources: JOB_SOURCES.filter(isChosen) })
      else setFilters({ [name]: values.filter(isOffered) })
    },
  }
}

function useChoices(name: ChoiceFilterName): readonly FilterChoice[] {
  const { client } = useExportJobsContext('useFilterChoices')
  const { labels, reportTypes } = useExportJobsUi()
  const { visibleTypes } = useExportListAccess()
  const { statuses, fileFormats } = client.capabilities
  switch (name) {
    case 'statuses':
      return FILTERABLE_STATUSES.filter((status) => statuses.includes(status)).map((status) => ({
        value: status,
        words: labels.statuses[status],
        shown: <ExportStatusBadge job={{ status, statusText: null }} data-still="" />,
      }))
    case 'fileFormats': {
      const formats =
        fileFormats === 'by-report-type'
          ? [...new Set(visibleTypes.flatMap((type) => type.formats ?? []))]
          : fileFormats
      return formats.map((format) => ({
        value: format,
        words: formatWord(format, labels),
        shown: <ExportFormatBadge format={format} />,
      }))
    }
    case 'reportTypes':
      return visibleTypes.map(({ id }) => ({
        value: id,
        words: reportTypeWord(id, labels, reportTypes),
      }))
    case 'sources':
      return JOB_SOURCES.map((source) => ({ value: source, words: labels.sources[source] }))
  }
}

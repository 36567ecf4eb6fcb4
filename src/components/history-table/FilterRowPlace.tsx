import type { ReactNode } from 'react'
import type { FilterRowProps } from '../filter-row/FilterRow.js'
import { Button } from '../parts/Button.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

const useFilterRow = /* @__PURE__ */ createLazyModule(() => import('../filter-row/FilterRow.js'))

/** The row of filters, fetched with the first one. Until then an empty row keeps its room. */
export function FilterRowPlace(props: FilterRowProps): ReactNode {
  const { labels } = useExportJobsUi()
  const { part, status, retry } = useFilterRow()
  if (part !== null) return <part.FilterRow {...props} />
  return (
    <tr className="ej-filter-row">
      <td className="ej-filter-cell" colSpan={props.columns.length}>
        {status === 'failed' && <Button onClick={retry}>{labels.table.tryAgain}</Button>}
      </td>
    </tr>
  )
}

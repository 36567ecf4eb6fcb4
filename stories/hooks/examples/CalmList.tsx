import { useRef } from 'react'
import { useCalmJobs, useExportJobs, useExportListState } from 'react-export-jobs'

/** Rows that do not move while the pointer or the focus is among them. */
export function CalmList() {
  const place = useRef<HTMLUListElement>(null)
  const isBusy = useRef(() => place.current?.matches(':hover, :focus-within') ?? false)
  const { listState } = useExportListState()
  const list = useExportJobs({ listState })
  const { rows, arrived, vanished, apply } = useCalmJobs({
    list,
    listState,
    isBusy: isBusy.current,
  })
  return (
    <>
      {arrived.length > 0 && (
        <button type="button" onClick={apply}>
          Show {arrived.length} new
        </button>
      )}
      <ul ref={place}>
        {rows.map(({ id, status }) => (
          <li key={id}>{vanished.has(id) ? <s>Export {id}</s> : `Export ${id}: ${status}`}</li>
        ))}
      </ul>
    </>
  )
}

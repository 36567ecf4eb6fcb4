import { useExportJobs, useExportListState } from 'react-export-jobs'

/** A list that is sorted and turned by the host's own buttons. */
export function SortedList() {
  const { listState, setListState, toggleOrdering, setPage } = useExportListState()
  const { jobs, hasNextPage } = useExportJobs({ listState, setListState })
  return (
    <>
      <p>
        <button type="button" onClick={() => toggleOrdering('createdAt')}>
          Sort by age
        </button>{' '}
        <button type="button" disabled={!hasNextPage} onClick={() => setPage(listState.page + 1)}>
          Next page
        </button>
      </p>
      <p>
        Page {listState.page + 1}, {jobs.length} rows, from export {jobs[0]?.id ?? '—'}
      </p>
    </>
  )
}

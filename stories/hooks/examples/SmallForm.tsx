import { useExportRequestForm } from 'react-export-jobs/hooks'

/** The frame of a host's own form. */
export function SmallForm() {
  const { status, reportType, problems, canSubmit, isSubmitting, outcome, submit } =
    useExportRequestForm({ reportType: 'vendor', keepDraft: false })
  if (status !== 'ready') return <p>Loading</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{reportType?.description}</p>
      <button type="submit" disabled={!canSubmit || isSubmitting}>
        Export {reportType?.label}
      </button>
      {problems.length > 0 && <p role="alert">{problems.length} fields have to be mended.</p>}
      {outcome !== null && <p>The export has started.</p>}
    </form>
  )
}

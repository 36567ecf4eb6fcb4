import { useExportListAccess } from 'react-export-jobs'

/** The host's own filter of report types. */
export function VisibleTypes() {
  const { visibleTypes } = useExportListAccess()
  return (
    <p>
      <label htmlFor="type">Report type</label>{' '}
      <select id="type">
        {visibleTypes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </p>
  )
}

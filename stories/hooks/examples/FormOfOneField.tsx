import {
  type RequestForm,
  useExportRequestField,
  useExportRequestForm,
} from 'react-export-jobs/hooks'

function FormatField({ form }: { readonly form: RequestForm }) {
  const field = useExportRequestField(form, 'fileFormat')
  if (field === null) return null
  return (
    <p>
      <label htmlFor={field.controlId}>Format</label>{' '}
      <select
        id={field.controlId}
        value={String(field.value)}
        onBlur={field.touch}
        onChange={(event) => field.setValue(event.target.value)}
      >
        {field.options.map(({ value }) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </p>
  )
}

/** A form of one field. */
export function FormOfOneField() {
  const { status, form } = useExportRequestForm({ reportType: 'inventory', keepDraft: false })
  return status === 'ready' ? <FormatField form={form} /> : <p>Loading</p>
}

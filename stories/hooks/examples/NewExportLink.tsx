import { usePermission } from 'react-export-jobs'

/** A link that only those see who may ask for exports. */
export function NewExportLink() {
  const mayCreate = usePermission('create')
  const mayDelete = usePermission('delete')
  return (
    <p>
      {mayCreate === true ? <a href="#new">New export</a> : 'No new exports.'} Deleting:{' '}
      {String(mayDelete)}
    </p>
  )
}

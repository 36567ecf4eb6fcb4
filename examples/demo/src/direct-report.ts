import type { ExportRequest } from 'react-export-jobs'

/** Asks for the report itself, which comes back at once instead of as a job. */
export function fetchReport(
  companyId: string,
  { reportType, fileFormat, dateRange }: ExportRequest,
  signal: AbortSignal,
): Promise<Response> {
  const query = new URLSearchParams({ company_id: companyId })
  if (dateRange?.from) query.set('date_from', dateRange.from)
  if (dateRange?.to) query.set('date_to', dateRange.to)
  if (fileFormat !== null) query.set('file_format', fileFormat)
  return fetch(`/api/reports/${reportType}/file?${query}`, { signal })
}

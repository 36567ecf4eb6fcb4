import { PURCHASE_ORDERS } from './reports.js'

/** Which report, of whom and of when. */
export interface DirectReport {
  readonly companyId: string
  readonly dateFrom: string
  readonly dateTo: string
  readonly fileFormat: string
}

/** Where the report comes back at once, instead of as a job. */
export function directReportHref(report: DirectReport): string {
  const query = new URLSearchParams({
    company_id: report.companyId,
    date_from: report.dateFrom,
    date_to: report.dateTo,
    file_format: report.fileFormat,
  })
  return `/api/reports/${PURCHASE_ORDERS}/file?${query}`
}

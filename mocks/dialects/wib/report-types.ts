import type { BackendReportType } from '../../backend/report-types.js'

/** WIB's five reports; all of them are spreadsheets. Source: W9, W12. */
export const WIB_REPORT_TYPES: readonly BackendReportType[] = [
  { id: 'ScannerBarcodeDurationReport', label: 'Scanner Barcode Duration', formats: ['xlsx'] },
  { id: 'ExportPackageHistoryReport', label: 'Export Package History', formats: ['xlsx'] },
  { id: 'ReconciliationReport', label: 'Reconciliation', formats: ['xlsx'] },
  { id: 'ImageQualityAnalysisReport', label: 'Image Quality Analysis', formats: ['xlsx'] },
  { id: 'DataExtractionReport', label: 'Data Extraction', formats: ['xlsx'] },
]

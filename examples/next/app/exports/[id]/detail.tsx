'use client'

import { ExportDetail } from 'react-export-jobs'

/** The embedded page of one job. */
export function Detail({ jobId }: { readonly jobId: string }) {
  return <ExportDetail jobId={jobId} />
}

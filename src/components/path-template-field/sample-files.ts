import type { PathTemplateFile } from '../../core/path-template-files.js'

const CASES = [
  { caseId: '90211', caseShortId: 'K7QF2', entityExternalId: '3112442' },
  { caseId: '90217', caseShortId: 'M2XB9', entityExternalId: '3112598' },
] as const

const NAMES = ['front.jpg', 'side.jpg', 'report.pdf'] as const

/** Files of a workflow that shows most of what a template can do. */
export const SAMPLE_FILES: readonly PathTemplateFile[] = CASES.flatMap((one, place) =>
  NAMES.slice(place).map((originalFilename, index) => ({
    ...one,
    workflowName: 'Knee study',
    orderName: '8492192',
    caseExternalId: null,
    fileUuid: `5e1f${place}${index}a0-6c1d-4f7e-9b1a-0f6d2c9e41b${index}`,
    fileNumber: index + 1,
    originalFilename,
  })),
)

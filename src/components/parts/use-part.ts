import { type ComponentType, isValidElement } from 'react'
import { useExportJobsUiContext } from '../../provider/export-jobs-context.js'
import type { ExportPart, ExportPartProps } from './export-components.js'

/** The host's own in the place of a part, or nothing. */
export function useOwnPart<Part extends ExportPart>(
  part: Part,
): ComponentType<ExportPartProps[Part]> | undefined {
  const own = useExportJobsUiContext('ExportJobs').components?.[part]
  if (process.env.NODE_ENV !== 'production') checkPart(part, own)
  return own
}

/** What stands at a place: the host's own, or ours. */
export function usePart<Part extends ExportPart>(
  part: Part,
  ours: ComponentType<ExportPartProps[Part]>,
): ComponentType<ExportPartProps[Part]> {
  return useOwnPart(part) ?? ours
}

/** React would only say that an element type is invalid, not where it came from. */
function checkPart(part: ExportPart, own: unknown): void {
  const isComponent = typeof own === 'function' || (typeof own === 'object' && own !== null)
  if (own === undefined || (isComponent && !isValidElement(own))) return
  throw new Error(
    `[react-export-jobs] components.${part} is no component, so it cannot be drawn. Pass the component itself, such as { ${part}: MyOwn }, neither an element nor its result, or leave it out.`,
  )
}

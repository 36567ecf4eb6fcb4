import type { JobFile } from '../../core/job.js'
import { cleanFilename } from '../../downloads/safe-filename.js'

/** What a file is called: a backend's name may hold characters that show it as something else. */
export function fileWords({ id, name }: JobFile): string {
  return (name === null ? null : cleanFilename(name)) ?? id
}

import { ExportJobsError } from '../core/errors.js'

/** What is told when storage refused a link, and the one that was asked for after it. */
export function refusedTwice(): ExportJobsError {
  return new ExportJobsError('unavailable', {
    message:
      'The file storage refused two fresh download links, so the file cannot be had now. Check the storage and its clock.',
  })
}

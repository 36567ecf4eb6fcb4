import { ExportJobsError } from '../../core/errors.js'

/**
 * Runs one request; settles as soon as the caller aborts or time is up, because storage requests
 * heed no signal.
 *
 * @param timeoutMs - Longest wait in milliseconds.
 * @throws {ExportJobsError} `aborted`, `timeout`.
 */
export async function settle<Answer>(
  method: string,
  signal: AbortSignal,
  timeoutMs: number,
  run: (signal: AbortSignal) => PromiseLike<Answer>,
): Promise<Answer> {
  const controller = new AbortController()
  let stop: (code: 'aborted' | 'timeout', message: string) => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = (code, message) => {
      reject(new ExportJobsError(code, { message: `${method} ${message}` }))
      controller.abort()
    }
  })
  const abort = () => stop('aborted', 'was aborted by its caller.')
  const timer = setTimeout(() => stop('timeout', `got no answer in ${timeoutMs} ms.`), timeoutMs)
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  try {
    return await Promise.race([stopped, signal.aborted ? stopped : run(controller.signal)])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

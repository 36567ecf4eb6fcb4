import { ExportJobsError } from '../../core/errors.js'

/**
 * Reads an answer as text, and stops once it is larger than allowed.
 *
 * @throws {ExportJobsError} `bad_response` beyond `maxBytes`.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  method: string,
): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  let isTooLarge = announced > maxBytes
  while (!isTooLarge) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    text += decoder.decode(value, { stream: true })
    isTooLarge = bytes > maxBytes
  }
  reader.cancel().catch(() => {})
  throw new ExportJobsError('bad_response', {
    message: `${method}: the answer is larger than ${maxBytes} bytes, so it was not read. Raise maxResponseBytes if that is right.`,
    status: response.status,
  })
}

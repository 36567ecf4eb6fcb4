import { BackendRefusal } from '../backend/refusal.js'

/** Tells whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads a request's body as JSON.
 *
 * @throws {BackendRefusal} `invalid` when it is none.
 */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new BackendRefusal('invalid', { detail: 'The body is not JSON.' })
  }
}

/** An id as databases give it: a number wherever it looks like one. */
export function toWireId(id: string): string | number {
  return /^(?:0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id
}

import type { DialectAnswer } from '../../http/dialect.js'

/** A request that PostgREST refuses, in its own words and codes. */
export class PostgrestRefusal extends Error {
  override readonly name = 'PostgrestRefusal'
  /** HTTP status. */
  readonly status: number
  /** PostgREST's or PostgreSQL's code. */
  readonly code: string
  /** More text, or `null`. */
  readonly details: string | null

  constructor(status: number, code: string, message: string, details: string | null = null) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }

  /** Puts it on the wire. */
  toAnswer(headers?: Readonly<Record<string, string>>): DialectAnswer {
    const { status, code, message, details } = this
    return { status, body: { code, details, hint: null, message }, ...(headers && { headers }) }
  }
}

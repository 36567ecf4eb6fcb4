import { describe, expect, it } from 'vitest'
import {
  EXPORT_JOBS_ERROR_CODES,
  ExportJobsError,
  isExportJobsError,
  toExportJobsError,
} from '../../src/core/errors.js'

describe('ExportJobsError', () => {
  it.each(EXPORT_JOBS_ERROR_CODES)('carries the code %s', (code) => {
    expect(new ExportJobsError(code, { message: 'It broke.' }).code).toBe(code)
  })

  it('says which library speaks', () => {
    const error = new ExportJobsError('offline', { message: 'It broke.' })
    expect(String(error)).toBe('ExportJobsError: [react-export-jobs] It broke.')
  })

  it('has null or nothing where nothing is known', () => {
    const error = new ExportJobsError('offline', { message: 'It broke.' })
    expect(error).toMatchObject({
      status: null,
      detail: null,
      fieldErrors: {},
      retryAfterMs: null,
      reference: null,
    })
    expect(Object.hasOwn(error, 'cause')).toBe(false)
  })

  it('keeps what the client told', () => {
    const cause = new TypeError('fetch failed')
    const told = {
      status: 422,
      detail: 'Choose a shorter period.',
      fieldErrors: { date_from: ['Too early.'] },
      retryAfterMs: 0,
      reference: 'req-1',
    }
    const error = new ExportJobsError('invalid', { message: 'It broke.', ...told, cause })
    expect(error).toMatchObject(told)
    expect(error.cause).toBe(cause)
  })
})

describe('isExportJobsError', () => {
  it('knows one from another copy of the package', () => {
    const foreign = Object.assign(new Error('It broke.'), {
      name: 'ExportJobsError',
      code: 'offline',
    })
    expect(isExportJobsError(foreign)).toBe(true)
  })

  it.each([
    ['a plain error', new Error('It broke.')],
    [
      'an error of that name without a code',
      Object.assign(new Error(), { name: 'ExportJobsError' }),
    ],
    ['an object that looks like one', { name: 'ExportJobsError', code: 'offline' }],
    ['nothing', null],
  ])('does not take %s for one', (_, value) => {
    expect(isExportJobsError(value)).toBe(false)
  })
})

describe('toExportJobsError', () => {
  it('hands an ExportJobsError through', () => {
    const error = new ExportJobsError('forbidden', { message: 'It broke.' })
    expect(toExportJobsError(error, 'listJobs')).toBe(error)
  })

  it.each([
    ['an aborted fetch', new DOMException('Aborted', 'AbortError'), 'aborted'],
    ['a timed-out signal', new DOMException('Timed out', 'TimeoutError'), 'timeout'],
    ['another error', new TypeError('x is undefined'), 'bad_response'],
    ['a thrown text', 'oops', 'bad_response'],
    ['a thrown nothing', undefined, 'bad_response'],
  ])('turns %s into a code', (_, thrown, code) => {
    expect(toExportJobsError(thrown, 'listJobs').code).toBe(code)
  })

  it('names the method and keeps the original', () => {
    const thrown = new TypeError('x is undefined')
    const error = toExportJobsError(thrown, 'getJob')
    expect(error.message).toContain('getJob')
    expect(error.cause).toBe(thrown)
  })
})

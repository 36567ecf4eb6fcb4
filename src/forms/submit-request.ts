import { ExportJobsError } from '../core/errors.js'
import type { ExportRequest } from '../core/request.js'
import type { StandardSchema, StandardSchemaIssue } from '../core/standard-schema.js'
import type { FieldError, FieldErrorCode } from '../core/validate-request.js'
import type { RequestFormHome } from './form-setting.js'
import type { TypedValues } from './kept-values.js'
import type {
  FormProblem,
  RequestFormState,
  SendOutcome,
  SubmitOutcome,
} from './request-form-types.js'
import { buildRequest, type ResolvedForm } from './resolve-form.js'
import type { SentRequests } from './sent-requests.js'
import { placeServerErrors } from './server-errors.js'
import { isEqual } from './share-state.js'

/** What others have against fields; `null` is the form as a whole. */
export type ToldErrors = ReadonlyMap<string | null, readonly FieldError[]>

/** The notices that come and go around a form. */
export type FormNotices = Pick<
  RequestFormState,
  'isSubmitting' | 'focus' | 'error' | 'outcome' | 'duplicate' | 'unfit' | 'isDraftRestored'
>

/** No notice at all. */
export const NO_NOTICES: Omit<FormNotices, 'isSubmitting' | 'focus'> = {
  error: null,
  outcome: null,
  duplicate: null,
  unfit: [],
  isDraftRestored: false,
}

/** The form as sending sees it. */
export interface SubmitDesk {
  /** The form as it stands. */
  readonly form: () => ResolvedForm
  /** What the person typed so far. */
  readonly typed: () => TypedValues
  /** The page's own schema. */
  readonly schema: () => StandardSchema | null
  /** The page that the form lives in. */
  readonly home: RequestFormHome
  /** What was sent a moment ago. */
  readonly sent: SentRequests
  /** What has to be mended, for a person to read. */
  readonly problems: () => readonly FormProblem[]
  /** Shows what fields or others have against sending. */
  readonly tell: (told: ToldErrors, notices: Partial<FormNotices>) => void
  /** Sends the focus to the first problem, or to the summary. */
  readonly focus: () => void
  /** Notes that a request was taken. */
  readonly taken: (
    sent: TypedValues,
    reportType: string | null,
    outcome: NonNullable<RequestFormState['outcome']>,
  ) => void
}

/** Answers after which the same request may or may not have made a job. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['timeout', 'offline', 'unavailable', 'aborted'])

const NOTHING_TOLD: ToldErrors = new Map()

/** Checks and sends what a form holds at this moment; later key strokes do not change it. */
export async function submitRequest(desk: SubmitDesk, another: boolean): Promise<SubmitOutcome> {
  desk.tell(NOTHING_TOLD, NO_NOTICES)
  if (desk.form().fields.some(({ errors }) => errors.length > 0)) return refuse(desk)
  const [form, typed, { home, sent }] = [desk.form(), desk.typed(), desk]
  desk.tell(NOTHING_TOLD, { isSubmitting: true })
  const schemas = [form.reportType?.schema, desk.schema()].flatMap((schema) => schema ?? [])
  const told = await askSchemas(schemas, form, home)
  if (told.size > 0) {
    desk.tell(stillMeant(told, form, desk.form()), { isSubmitting: false })
    return refuse(desk)
  }
  const request = buildRequest(form)
  const payload = payloadOf(request)
  // what comes back at once can be asked for twice: it makes no job
  const duplicate = form.delivery === 'direct' ? null : await sent.claim(payload, another)
  if (duplicate !== null) {
    desk.tell(NOTHING_TOLD, { isSubmitting: false, duplicate })
    return { kind: 'duplicate', duplicate }
  }
  const outcome = await home.send(request)
  settle(sent, payload, outcome)
  if (outcome.kind !== 'refused') {
    desk.taken(typed, form.reportTypeId, outcome)
    return outcome
  }
  const { error } = outcome
  const { byField, others } = placeServerErrors(error.fieldErrors, form.fields)
  const errors = new Map<string | null, readonly FieldError[]>(
    [...byField].map(([id, messages]) => [id, messages.map((text) => says('server', text))]),
  )
  if (others.length > 0)
    errors.set(
      null,
      others.map((text) => says('server', text)),
    )
  desk.tell(stillMeant(errors, form, desk.form()), { isSubmitting: false, error })
  desk.focus()
  return outcome
}

/** One text for a request, the same in every tab. */
export function payloadOf(request: ExportRequest): string {
  return JSON.stringify(request)
}

function refuse(desk: SubmitDesk): SubmitOutcome {
  const problems = desk.problems()
  if (problems.length > 0) desk.focus()
  return { kind: 'invalid', problems }
}

function settle(sent: SentRequests, payload: string, outcome: SendOutcome): void {
  if ('job' in outcome) sent.settle(payload, outcome.job.id)
  else if (outcome.kind === 'file' || !OPEN_ENDED.has(outcome.error.code)) sent.forget(payload)
}

async function askSchemas(
  schemas: readonly StandardSchema[],
  { values, fields }: ResolvedForm,
  { reportError }: RequestFormHome,
): Promise<ToldErrors> {
  const told = new Map<string | null, readonly FieldError[]>()
  const shown = new Set(fields.filter(({ isShown }) => isShown).map(({ field }) => field.id))
  for (const schema of schemas) {
    const { issues = [] } = await ask(schema, { ...values }, reportError)
    for (const issue of issues) {
      const step = firstStep(issue)
      const place = step !== null && shown.has(step) ? step : null
      told.set(place, [...(told.get(place) ?? []), says('schema', String(issue.message))])
    }
  }
  return told
}

async function ask(
  schema: StandardSchema,
  values: unknown,
  reportError: RequestFormHome['reportError'],
): Promise<{ readonly issues?: readonly StandardSchemaIssue[] | undefined }> {
  try {
    return await schema['~standard'].validate(values)
  } catch (cause) {
    // the backend judges too, so a broken schema of the host's must not keep a person from asking
    const message =
      'A schema threw, so the request goes out unchecked by it. Make it answer with issues instead.'
    reportError(new ExportJobsError('invalid', { message, cause }))
    return {}
  }
}

function firstStep({ path = [] }: StandardSchemaIssue): string | null {
  const [step] = path
  if (step === undefined) return null
  return String(typeof step === 'object' ? step.key : step)
}

/** Leaves out what was said of values that the person has changed meanwhile. */
function stillMeant(told: ToldErrors, judged: ResolvedForm, now: ResolvedForm): ToldErrors {
  const shownValue = ({ fields }: ResolvedForm, id: string) =>
    fields.find(({ field }) => field.id === id)?.value
  return new Map(
    [...told].filter(([id]) => id === null || isEqual(shownValue(judged, id), shownValue(now, id))),
  )
}

function says(code: FieldErrorCode, message: string): FieldError {
  return { code, message, limit: null }
}

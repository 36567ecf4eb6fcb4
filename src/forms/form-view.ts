import type { FieldError } from '../core/validate-request.js'
import type {
  FormPreset,
  FormProblem,
  RequestFieldState,
  RequestFormState,
} from './request-form-types.js'
import { type FormInput, type ResolvedForm, resolveForm } from './resolve-form.js'
import { shareState } from './share-state.js'
import type { FormNotices, ToldErrors } from './submit-request.js'

/** Everything that is drawn from. */
export interface FormView {
  /** The form as it stands, with every mistake. */
  readonly resolved: ResolvedForm
  /** Each field as it is shown, by id. */
  readonly fields: ReadonlyMap<string, RequestFieldState>
  /** The form as a whole as it is shown. */
  readonly state: RequestFormState
}

/** What a view is made of. */
export interface FormViewInput {
  /** What the form is worked out from. */
  readonly form: FormInput
  /** Begins the ids of all controls. */
  readonly idPrefix: string
  /** What others have against fields. */
  readonly told: ToldErrors
  /** Whether sending was tried, so that all mistakes are told. */
  readonly isTried: boolean
  /** The fields that a person has left, whose mistakes are told. */
  readonly touched: ReadonlySet<string>
  /** What goes on around the form. */
  readonly notices: FormNotices
  /** The person's presets. */
  readonly presets: readonly FormPreset[]
  /** Whether something can be brought back. */
  readonly canUndo: boolean
}

/** Draws the form anew, keeping the identity of all that stayed as it was. */
export function drawForm(previous: FormView | null, input: FormViewInput): FormView {
  const { told, idPrefix, isTried, touched } = input
  const resolved = resolveForm(input.form)
  const fields = new Map<string, RequestFieldState>()
  for (const [index, { isActive, errors, ...field }] of resolved.fields.entries()) {
    const { id } = field.field
    const isTold = isTried || touched.has(id)
    const controlId = `${idPrefix}-${index}`
    const next: RequestFieldState = {
      ...field,
      errors: field.isShown ? [...(isTold ? errors : []), ...(told.get(id) ?? [])] : [],
      controlId,
      descriptionId: `${controlId}-description`,
      errorId: `${controlId}-error`,
    }
    fields.set(id, shareState(previous?.fields.get(id), next))
  }
  const shown = [...fields.values()].filter(({ isShown }) => isShown)
  const { reportType, delivery, submitLabel } = resolved
  const summaryId = `${idPrefix}-summary`
  const state: RequestFormState = {
    ...input.notices,
    reportType,
    delivery,
    submitLabel,
    summaryId,
    fieldIds: shown.map(({ field }) => field.id),
    problems: isTried ? problemsOf(shown, told.get(null) ?? [], summaryId) : [],
    presets: input.presets,
    canUndo: input.canUndo,
  }
  return { resolved, fields, state: shareState(previous?.state, state) }
}

function problemsOf(
  shown: readonly RequestFieldState[],
  formErrors: readonly FieldError[],
  summaryId: string,
): readonly FormProblem[] {
  return [
    ...formErrors.map((error) => ({ fieldId: null, label: '', controlId: summaryId, error })),
    ...shown.flatMap(({ field: { id, label }, controlId, errors }) =>
      errors.map((error) => ({ fieldId: id, label, controlId, error })),
    ),
  ]
}

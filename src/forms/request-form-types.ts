import type { FieldValues } from '../core/condition.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, JobDelivery } from '../core/job.js'
import type { ReportField } from '../core/report-fields.js'
import type { ReportType } from '../core/report-types.js'
import type { ExportRequest } from '../core/request.js'
import type { FieldError } from '../core/validate-request.js'
import type { RefillSource, UnfitValue } from './refill.js'
import type { FieldOptionState } from './resolve-form.js'
import type { RecentRequest } from './sent-requests.js'

/** One field of a request form as it stands now; the same object until something in it changes. */
export interface RequestFieldState {
  /** Its definition; the label of the form's own `reportType` and `fileFormat` is empty. */
  readonly field: ReportField
  /** What its control shows. Each kind of field says what that is. */
  readonly value: unknown
  /** Whether there is anything to ask. */
  readonly isShown: boolean
  /** Whether it must be filled in now. */
  readonly isRequired: boolean
  /** Its choices, those that cannot be made now with their reasons; empty for kinds without. */
  readonly options: readonly FieldOptionState[]
  /** What to tell now: once it was left, once sending was tried, or when the backend said so. */
  readonly errors: readonly FieldError[]
  /** The id that its control must have, so that labels and focus find it. */
  readonly controlId: string
  /** The id for its explanation. */
  readonly descriptionId: string
  /** The id for its error. */
  readonly errorId: string
}

/** One line of the error summary. */
export interface FormProblem {
  /** The field, or `null` for the form as a whole. */
  readonly fieldId: string | null
  /** The field's label; empty for the form's own fields and for the form as a whole. */
  readonly label: string
  /** Where the line leads. */
  readonly controlId: string
  /** What is wrong. */
  readonly error: FieldError
}

/** Where the focus should go, once each time that `serial` changes. */
export interface FocusRequest {
  /** The id of a control, or of the summary. */
  readonly controlId: string
  /** Counts the requests. */
  readonly serial: number
}

/** A set of values that a person keeps under a name. */
export interface FormPreset {
  /** Its name, unique for this person and tenant. */
  readonly name: string
  /** The report type that it is for; `null` without a registry. */
  readonly reportType: string | null
  /** What was typed, by field id; ready periods move with the calendar. */
  readonly values: Readonly<Record<string, unknown>>
}

/** What became of a request that was sent. */
export type SendOutcome =
  /** A new job waits in the history, or the same export was already running. */
  | { readonly kind: 'job' | 'existing'; readonly job: ExportJob }
  /** The backend answered with the file itself. */
  | { readonly kind: 'file' }
  /** It was refused. */
  | { readonly kind: 'refused'; readonly error: ExportJobsError }

/** What became of pressing the button. Nothing that was typed is ever lost. */
export type SubmitOutcome =
  | SendOutcome
  /** Something has to be mended first; nothing was sent. */
  | { readonly kind: 'invalid'; readonly problems: readonly FormProblem[] }
  /** The same was sent within the last minute; nothing was sent. */
  | { readonly kind: 'duplicate'; readonly duplicate: RecentRequest }

/** A form as a whole; the same object until something in it changes. */
export interface RequestFormState {
  /** The chosen kind of report, or `null` without a registry. */
  readonly reportType: ReportType | null
  /** The fields to draw, in their order. */
  readonly fieldIds: readonly string[]
  /** How the file will reach the person. Source: F3. */
  readonly delivery: JobDelivery
  /** What the button says, or `null` for a label. Source: F3. */
  readonly submitLabel: string | null
  /** Whether a request is being checked or sent. */
  readonly isSubmitting: boolean
  /** What has to be mended; empty until sending was tried. */
  readonly problems: readonly FormProblem[]
  /** The id for the error summary. */
  readonly summaryId: string
  /** Where the focus should go after a refusal, or `null`. */
  readonly focus: FocusRequest | null
  /** The backend's latest refusal, or `null`. */
  readonly error: ExportJobsError | null
  /** What became of the latest request that was taken, or `null`. */
  readonly outcome: Exclude<SendOutcome, { readonly kind: 'refused' }> | null
  /** The same request of a moment ago, which stopped this one, or `null`. */
  readonly duplicate: RecentRequest | null
  /** What of the job or the preset that was filled in no longer fits. */
  readonly unfit: readonly UnfitValue[]
  /** The person's named presets, by name. */
  readonly presets: readonly FormPreset[]
  /** Whether what is shown was typed before the page was loaded or opened. */
  readonly isDraftRestored: boolean
  /** Whether `undo` has something to bring back. */
  readonly canUndo: boolean
}

/** A request form without its looks. Every function keeps its identity; none ever throws. */
export interface RequestForm {
  /** The form as a whole. */
  readonly getState: () => RequestFormState
  /** Listens for changes of the form as a whole; a key stroke is none. */
  readonly subscribe: (listener: () => void) => () => void
  /** One field, or `null` when the report type has none of this id. */
  readonly getField: (fieldId: string) => RequestFieldState | null
  /** Listens for changes of one field. */
  readonly subscribeField: (fieldId: string, listener: () => void) => () => void
  /** What would be sent, by field id; `null` for fields that are not shown. */
  readonly getValues: () => FieldValues
  /** Listens for every change of a value. */
  readonly subscribeValues: (listener: () => void) => () => void
  /** The request as it stands, or `null` while a field has a mistake. */
  readonly getRequest: () => ExportRequest | null
  /** Takes over what a person typed or chose; `reportType` changes the fields. */
  readonly setValue: (fieldId: string, value: unknown) => void
  /** Notes that a person left a field, so that its mistakes are told. */
  readonly touch: (fieldId: string) => void
  /**
   * Checks and sends. While a request is under way, a second call joins it.
   *
   * @param options.another - Whether to send although the same was sent within the last minute.
   */
  readonly submit: (options?: { readonly another?: boolean }) => Promise<SubmitOutcome>
  /** Takes away what was typed; `undo` brings it back. */
  readonly reset: () => void
  /** Brings back what `reset`, `refill` or `applyPreset` took away; once more undoes that. */
  readonly undo: () => void
  /**
   * Fills in a job's request, to be edited and run again.
   *
   * @returns What no longer fits today's registry; also in the state as `unfit`.
   */
  readonly refill: (job: RefillSource) => readonly UnfitValue[]
  /** Keeps the present values under a name, in place of what had it. */
  readonly savePreset: (name: string) => void
  /** Fills in a preset; returns what of it no longer fits. */
  readonly applyPreset: (name: string) => readonly UnfitValue[]
  /** Forgets a preset. */
  readonly deletePreset: (name: string) => void
  /** Takes away the notices: duplicate, outcome, error, unfit values, restored draft. */
  readonly dismiss: () => void
}

import type { ExportJobsError } from '../core/errors.js'
import type { ReportType } from '../core/report-types.js'
import type { ExportRequest } from '../core/request.js'
import type { StandardSchema } from '../core/standard-schema.js'
import type { FormStorages } from './form-storage.js'
import type { RequestForm, SendOutcome } from './request-form-types.js'

/** What a form is drawn from; may change at any time. */
export interface RequestFormSetting {
  /** The kinds of report on offer. */
  readonly reportTypes: readonly ReportType[]
  /** The one that the page has chosen, or `null` to let the person choose. */
  readonly fixedReportType: string | null
  /** The backend's formats, for report types that name none. */
  readonly formats: readonly string[]
  /** The page's own values by field id, such as its filters. */
  readonly initialValues: Readonly<Record<string, unknown>>
  /** Judges the values besides the report type's own schema, or `null`. */
  readonly schema: StandardSchema | null
  /** IANA zone in which days and ready periods are meant. */
  readonly timeZone: string
  /** Begins the ids of all controls. */
  readonly idPrefix: string
}

/** What a form runs on in a page; nothing of it is needed to draw it the first time. */
export interface RequestFormHome {
  /** Where drafts, last-used values, presets and sent requests are kept. */
  readonly storages: FormStorages
  /** Whether the values of the last request are there the next time. */
  readonly keepLastUsed: boolean
  /** Names the owner and the form in the storages. */
  readonly storageKey: (what: 'draft' | 'used' | 'presets' | 'sent') => string
  /** The present instant on the backend's clock, in epoch milliseconds. */
  readonly now: () => number
  /** The same on this machine's clock, which all tabs share. */
  readonly wallNow: () => number
  /** This form's own random name. */
  readonly sender: string
  /** Runs something while no other tab of this person does; keeps the order. */
  readonly runAlone: <T>(run: () => T) => Promise<T>
  /** Sends a request; never rejects. */
  readonly send: (request: ExportRequest) => Promise<SendOutcome>
  /** Hears of a host's schema that threw. */
  readonly reportError: (error: ExportJobsError) => void
}

/** A request form with what its owner needs besides its users. */
export interface OwnedRequestForm {
  /** What fields, buttons and hosts use. */
  readonly form: RequestForm
  /** Puts a new setting in place. */
  readonly configure: (setting: RequestFormSetting) => void
  /** Brings it to life in a page: the draft, the presets and the calendar appear. */
  readonly open: (home: RequestFormHome) => void
  /** Looks again at what other tabs may have changed. */
  readonly reload: () => void
}

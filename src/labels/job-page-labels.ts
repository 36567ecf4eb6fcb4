import type { ActionRefusal } from '../core/actions.js'
import type { ExportJobsErrorCode } from '../core/errors.js'
import type { JobAction } from '../core/job.js'
import type { ProblemText } from './labels.js'

/** A number of exports; `count` chooses the plural, `countText` is formatted. */
export interface CountWords {
  /** The plain number. */
  readonly count: number
  /** The same, formatted. */
  readonly countText: string
}

/** Words of a job's actions. */
export interface ActionLabels {
  /** Header of the column of actions. */
  readonly column: string
  /** Accessible name of the button that opens a job's actions. */
  readonly menu: (args: { readonly what: string }) => string
  /** What each action is called on its button. */
  readonly names: Readonly<Record<JobAction, string>>
  /** Accessible name of an action's button; begins with the visible `name`. */
  readonly nameOf: (args: { readonly name: string; readonly what: string }) => string
  /** Leads to the page where the export was asked for. Source: W13. */
  readonly source: string
  /** Asks before a deletion; says that imported records stay. Source: E7. */
  readonly confirmDelete: (args: CountWords & { readonly what: string }) => ProblemText
  /** Leaves everything as it is. */
  readonly keep: string
  /** Takes a deletion back. */
  readonly undo: string
  /** Told when an action is done, or in the case of a deletion can be taken back. */
  readonly done: Readonly<Record<JobAction, (args: CountWords) => string>>
  /** Heading over the reason for which an action is refused. */
  readonly failed: Readonly<Record<JobAction, string>>
  /** Why an action was not asked for, where the words of a download do not fit. */
  readonly refusals: Readonly<Partial<Record<ActionRefusal, string>>>
  /** Why the backend refused, where the general text of the code does not fit. */
  readonly errors: Readonly<Partial<Record<ExportJobsErrorCode, string>>>
  /** Visible word of a Download button that has to be pressed once more. */
  readonly clickToDownload: string
  /** Visible word of a Download button while the file is written to the disk. */
  readonly saving: (args: { readonly share: string | null; readonly size: string }) => string
  /** What a new tab says until the file takes its place. */
  readonly tabText: string
  /** Told when the file could not be written straight onto the disk. */
  readonly savedInstead: string
  /** Told when all of the file is on the disk. */
  readonly saved: string
  /** Why the backend refused to cancel because the job's state had changed. */
  readonly cancelConflict: string
}

/** Words of the selection and of what is done with it. */
export interface BulkLabels {
  /** Accessible name of the bar. */
  readonly bar: string
  /** How many are selected. */
  readonly selected: (args: CountWords) => string
  /** Header's checkbox. */
  readonly selectPage: string
  /** A row's checkbox. */
  readonly select: (args: { readonly what: string; readonly when: string | null }) => string
  /** Selects nothing. */
  readonly clear: string
  /** While it runs. Both numbers are formatted. */
  readonly progress: (args: { readonly done: string; readonly total: string }) => string
  /** How many could not be. */
  readonly failed: (args: CountWords) => string
  /** One that could not be. */
  readonly failure: (args: { readonly what: string; readonly reason: string }) => string
}

/** Words of a job's own page. Source: W5. */
export interface DetailLabels {
  /** Leads back to the history. */
  readonly back: string
  /** Read out while the job is awaited. */
  readonly loading: string
  /** Names of the facts that are no columns. */
  readonly fields: Readonly<
    Record<'id' | 'started' | 'queuedFor' | 'ranFor' | 'fileExpires', string>
  >
  /** Heading of the request's parameters. */
  readonly request: string
  /** A parameter that is switched on. */
  readonly yes: string
  /** A parameter that is switched off. */
  readonly no: string
  /** Heading of the files. */
  readonly files: string
  /** Before a file's checksum. */
  readonly checksum: string
  /** Button of one of several files. */
  readonly downloadFile: (args: { readonly name: string }) => string
  /** Button that downloads every file. */
  readonly downloadAll: string
  /** Told of a file that was handed to the browser with the others. */
  readonly fileStarted: string
  /** Heading of a file that is not complete. */
  readonly incomplete: string
  /** Heading of the backend's notes. */
  readonly notes: string
  /** Heading of the reason for which a job failed. */
  readonly failure: string
  /** A failure without words of the backend. */
  readonly noReason: string
  /** Hint on a job that has no file yet. */
  readonly notReady: string
  /** Hint on a job that could not be looked at; `reason` is the failure's title. */
  readonly stale: (args: { readonly reason: string }) => string
  /** When the row goes; `relative` as in "in 12 days". Source: W8. */
  readonly removedOn: (args: { readonly date: string; readonly relative: string | null }) => string
  /** Until when the file can be fetched. */
  readonly availableUntil: (args: {
    readonly date: string
    readonly relative: string | null
  }) => string
  /** Since when the file is gone. */
  readonly fileExpired: (args: { readonly date: string }) => string
  /** Mark on a job whose file goes soon; `relative` as in "in 3 hours". */
  readonly expiresSoon: (args: { readonly relative: string }) => string
  /** Mark on a job whose row goes soon. */
  readonly removedSoon: (args: { readonly relative: string }) => string
  /** No job has this id. */
  readonly notFound: ProblemText
  /** No job of this tenant has this id. Source: M15. */
  readonly otherScope: ProblemText
  /** The job was there and has been removed. */
  readonly removed: ProblemText
  /** It was removed after its time. Source: W8. */
  readonly pastRetention: ProblemText
  /** This person deleted it just now. */
  readonly deleted: ProblemText
  /** The person may not see it. */
  readonly denied: ProblemText
}

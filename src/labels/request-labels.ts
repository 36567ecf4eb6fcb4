import type { DatePreset } from '../core/date-presets.js'
import type { JobDelivery } from '../core/job.js'
import type { PathTemplateErrorCode, PathTemplateVariable } from '../core/path-template.js'
import type { FieldErrorCode } from '../core/validate-request.js'
import type { CountWords } from './job-page-labels.js'
import type { ProblemText } from './labels.js'

/** What stands in an earlier request and no longer fits; `field` is its label or its name. */
export interface UnfitWords {
  /** The field. */
  readonly field: string
  /** What the earlier request had. */
  readonly value: string
  /** What the field has against it; empty for the other codes. */
  readonly reason: string
}

/** Words of files that come back at once and are fetched by the page. Source: M12. */
export interface DirectLabels {
  /** A file is on its way; `format` is its word, or `null` where there is one kind only. */
  readonly underWay: (args: { readonly format: string | null }) => string
  /** How much of it has come. Both sizes are formatted; `total` is `null` when nobody says. */
  readonly loaded: (args: { readonly loaded: string; readonly total: string | null }) => string
  /** Ends it. */
  readonly cancel: string
  /** The browser has taken the file. `size` is formatted. */
  readonly taken: (args: { readonly size: string }) => string
  /** The file is in the place that the person chose. `size` is formatted. */
  readonly saved: (args: { readonly size: string }) => string
  /** It is larger than a download may be. `limit` is formatted, or `null` where it is not known. */
  readonly tooLarge: (args: { readonly limit: string | null }) => ProblemText
}

/** Words of request forms. Source: F1 to F3. */
export interface FormLabels {
  /** Accessible name of the form, where the host gives none. */
  readonly form: string
  /** Leaves the dialog without sending; what was typed stays. */
  readonly cancel: string
  /** Label of the choice of a report type. */
  readonly reportType: string
  /** Label of the choice of a file format. */
  readonly fileFormat: string
  /** Mark on a field that must be filled in. */
  readonly required: string
  /** Choice of nothing. */
  readonly blankOption: string
  /** First day. */
  readonly from: string
  /** Last day. */
  readonly to: string
  /** Label of the ready periods. */
  readonly period: string
  /** The choice of days of one's own instead of a ready period. */
  readonly ownDays: string
  /** Ready periods. */
  readonly presets: Readonly<Record<DatePreset, string>>
  /** In which zone days are meant. */
  readonly timeZone: (args: { readonly zone: string }) => string
  /** Field that searches the choices of a field. */
  readonly searchOptions: (args: { readonly field: string }) => string
  /** How many choices match, when not all are shown. Both numbers are formatted. */
  readonly matches: (args: { readonly shown: string; readonly total: string }) => string
  /** No choice matches. */
  readonly noMatches: string
  /** How many choices are taken. */
  readonly chosen: (args: CountWords) => string
  /** Takes all choices. */
  readonly chooseAll: string
  /** Takes none. */
  readonly chooseNone: string
  /** Moves a column towards the start. */
  readonly moveUp: (args: { readonly what: string }) => string
  /** Moves a column towards the end. */
  readonly moveDown: (args: { readonly what: string }) => string
  /** Told when a column was moved. The numbers are formatted. */
  readonly moved: (args: {
    readonly what: string
    readonly position: string
    readonly total: string
  }) => string
  /** What is wrong with a field; `limit` is formatted, and empty where there is none. */
  readonly fieldErrors: Readonly<
    Record<FieldErrorCode, (args: { readonly limit: string }) => string>
  >
  /** Heading of the list of what has to be mended. */
  readonly problems: (args: CountWords) => string
  /** One line of that list. */
  readonly problem: (args: { readonly field: string; readonly error: string }) => string
  /** The button that sends, where the report type has no words for it. */
  readonly submit: string
  /** The same while a request is under way. */
  readonly submitting: string
  /** The button that hands over the file at once. Source: M12. */
  readonly directly: string
  /** Files that come back at once and are fetched by the page. */
  readonly direct: DirectLabels
  /** How the file will reach the person. Source: F3. */
  readonly delivery: Readonly<Record<JobDelivery, string>>
  /** What was typed before is there again. */
  readonly draftRestored: string
  /** Empties the form. */
  readonly startOver: string
  /** Brings back what was taken away. */
  readonly undo: string
  /** Takes a notice away. */
  readonly dismiss: string
  /** The same was sent a moment ago. */
  readonly duplicate: ProblemText
  /** Leads to that export. */
  readonly openDuplicate: string
  /** Sends all the same. */
  readonly makeAnother: string
  /** A request was taken. */
  readonly outcomes: Readonly<Record<'job' | 'existing' | 'file' | 'email', string>>
  /** Leads to the history. */
  readonly openHistory: string
  /** Why a request was refused, where the general text of its code does not fit. */
  readonly refused: ProblemText
  /** Heading over what no longer fits. */
  readonly unfitTitle: string
  /** What no longer fits, by code. */
  readonly unfit: Readonly<
    Record<
      'report_type_gone' | 'field_gone' | 'value_gone' | 'invalid',
      (args: UnfitWords) => string
    >
  >
  /** Nothing can be exported here. */
  readonly denied: ProblemText
  /** Before the figures of an estimate. `figures` is a list. */
  readonly estimate: (args: { readonly figures: string }) => string
  /** Rows of an estimate. */
  readonly estimateRows: (args: CountWords) => string
  /** Exports that are left. */
  readonly quotaLeft: (args: CountWords) => string
  /** What an estimate oversteps. */
  readonly exceeded: Readonly<Record<'rows' | 'size' | 'quota', string>>
  /** Better in the background. Source: M12. */
  readonly suggestBackground: string
  /** Small enough to come back at once. Source: M12. */
  readonly suggestDirect: string
  /** Button over the kept settings. */
  readonly settings: string
  /** Field for the name under which settings are kept. */
  readonly settingsName: string
  /** Keeps them. */
  readonly saveSettings: string
  /** Forgets settings of a name. */
  readonly deleteSettings: (args: { readonly name: string }) => string
}

/** Words of the path template's field. Source: F4, F5. */
export interface PathTemplateLabels {
  /** Label, where there is no other. */
  readonly field: string
  /** Button that opens the variables. */
  readonly insert: string
  /** What each variable stands for. */
  readonly variables: Readonly<Record<PathTemplateVariable, string>>
  /** What is wrong, by code. */
  readonly errors: Readonly<Record<PathTemplateErrorCode, string>>
  /** A mistake with the text that is wrong. */
  readonly mistake: (args: { readonly text: string; readonly error: string }) => string
  /** Heading of the preview. */
  readonly preview: string
  /** Stands in place of the preview while the template has a mistake. */
  readonly noPreview: string
  /** Several sample files would have one path. */
  readonly collision: (args: CountWords & { readonly path: string }) => string
  /** What could tell them apart. */
  readonly collisionHint: string
}

/** Words of the frames in which forms appear, which are there before the forms. Source: M12, W11. */
export interface RequestFrameLabels {
  /** Heading of the dialog. Source: E4. */
  readonly dialogTitle: string
  /** Closes the dialog. */
  readonly close: string
  /** Read out while a form is fetched. */
  readonly loading: string
  /** The button where there is no file to be had at once. */
  readonly export: string
  /** The link to the file; `format` is its word, or `null` where there is one kind only. */
  readonly download: (args: { readonly format: string | null }) => string
  /** Accessible name of the button that opens the other ways. */
  readonly more: string
  /** Heading over the files that come at once. */
  readonly directly: string
  /** Heading over background jobs. */
  readonly background: string
  /** Asks for a background job. */
  readonly inBackground: (args: { readonly format: string | null }) => string
  /** Opens the whole form. */
  readonly options: string
  /** The ready values alone will not do, so that the whole form is needed. */
  readonly incomplete: string
}

/** Words of asking for exports; they are loaded with what shows them. */
export interface RequestLabels {
  /** Request forms. */
  readonly form: FormLabels
  /** The path template's field. */
  readonly pathTemplate: PathTemplateLabels
}

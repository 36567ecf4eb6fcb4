import type { ActionRefusal } from '../core/actions.js'
import type { ExportJobsErrorCode } from '../core/errors.js'
import type { JobSource } from '../core/job.js'
import type { ExportStatus } from '../core/status.js'
import type { FilterRowLabels } from './filter-row-labels.js'
import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import type { NotificationLabels } from './notification-labels.js'
import type { RequestFrameLabels, RequestLabels } from './request-labels.js'

/** What went wrong, and what to do about it. */
export interface ProblemText {
  /** What happened, in a few words. */
  readonly title: string
  /** What the person can do. */
  readonly text: string
}

/** Words of the table's columns, by column id. A host's own column may add its own. */
export interface ColumnLabels {
  /** File format. */
  readonly format: string
  /** Report period. */
  readonly dateRange: string
  /** Kind of report. */
  readonly reportType: string
  /** Status. */
  readonly status: string
  /** Instant of the request. */
  readonly created: string
  /** Download button. */
  readonly download: string
  /** Display name. */
  readonly name: string
  /** Kinds of records. */
  readonly entityTypes: string
  /** Person or schedule. */
  readonly source: string
  /** Who asked. */
  readonly createdBy: string
  /** Share of the work done. */
  readonly progress: string
  /** Rows of the file. */
  readonly rows: string
  /** Size of the file. */
  readonly size: string
  /** Instant of the end. */
  readonly completed: string
  /** When the row goes. */
  readonly removed: string
}

/** Words in the rows. */
export interface JobLabels {
  /** Stands for a value that the backend does not give; read out by screen readers. */
  readonly noValue: string
  /** A period open at its end. */
  readonly dateRangeFrom: (args: { readonly date: string }) => string
  /** A period open at its start. */
  readonly dateRangeTo: (args: { readonly date: string }) => string
  /** Accessible name of the progress bar. */
  readonly progress: string
  /** Rows done, where the total is known. Both numbers are formatted. */
  readonly rowsOfTotal: (args: { readonly done: string; readonly total: string }) => string
  /** Rows done; `count` chooses the plural, `done` is formatted. */
  readonly rowsDone: (args: { readonly count: number; readonly done: string }) => string
  /** Place in the queue, formatted. */
  readonly queuePosition: (args: { readonly position: string }) => string
  /** Hint on a job that waits or works for long. Source: M16. */
  readonly stuck: string
  /** Accessible name of that hint, and of what it opens; begins with the hint. */
  readonly stuckHelp: (args: { readonly what: string }) => string
  /** Says what such a job may mean. */
  readonly stuckText: string
  /** Several warnings as one line; `count` chooses the plural. */
  readonly moreWarnings: (args: { readonly count: number; readonly countText: string }) => string
  /** Visible word of the Download button. */
  readonly download: string
  /** Accessible name of the Download button; begins with the visible word. */
  readonly downloadJob: (args: { readonly what: string; readonly when: string | null }) => string
  /** Tooltip of an instant, with the name of its zone. */
  readonly dateTimeWithZone: (args: { readonly dateTime: string; readonly zone: string }) => string
}

/** Words of the table and the page around it. */
export interface TableLabels {
  /** Heading of the whole page. */
  readonly title: string
  /** Caption of the table, for screen readers. */
  readonly caption: string
  /** What a header's press does, added to the header for screen readers. */
  readonly sortAscending: string
  /** The same where the list is sorted ascending by it. */
  readonly sortDescending: string
  /** Read out while the first answer is awaited. */
  readonly loading: string
  /** Visible word of the Refresh button. */
  readonly refresh: string
  /** The same while a refresh runs. */
  readonly refreshing: string
  /** Told when a refresh has brought an answer. */
  readonly refreshed: string
  /** Told when a refresh has failed. */
  readonly refreshFailed: string
  /** Button of every failure. */
  readonly tryAgain: string
  /** Before the reference that support can look up. */
  readonly reference: string
  /** Button that copies the reference. */
  readonly copyReference: string
  /** Told when it is copied. */
  readonly referenceCopied: string
  /** Nothing was ever exported. Source: W4. */
  readonly empty: ProblemText
  /** Nothing matches the filters. Source: W4. */
  readonly noMatch: ProblemText
  /** The person may not see the list. Source: M15, E1. */
  readonly denied: ProblemText
  /** Banner over rows that could not be refreshed; `reason` is the failure's title. */
  readonly stale: (args: { readonly time: string; readonly reason: string }) => string
  /** Rows that could not be read. */
  readonly unreadable: (args: { readonly count: number; readonly countText: string }) => string
  /** Button that shows rows which wait, and what is told when the first of them come. */
  readonly newRows: (args: { readonly count: number; readonly countText: string }) => string
  /** Told when rows on screen have left the list. */
  readonly vanished: (args: { readonly count: number; readonly countText: string }) => string
  /** Tooltip of such a row. */
  readonly vanishedNote: string
  /** Opens the list of their places. */
  readonly unreadableDetails: string
  /** Banner over a list whose link asks for days that end before they begin. */
  readonly reversedRange: string
  /** Banner over a list whose link holds something else that was not understood. */
  readonly corrected: string
  /** Takes a banner away. */
  readonly dismiss: string
}

/** Words of the toolbar. */
export interface ToolbarLabels {
  /** Accessible name of the toolbar. */
  readonly toolbar: string
  /** Status filter. */
  readonly status: string
  /** Format filter. */
  readonly format: string
  /** Report type filter. */
  readonly reportType: string
  /** Created filter. */
  readonly created: string
  /** Filter by what made the job. */
  readonly source: string
  /** Only jobs that finished with a note. */
  readonly withWarnings: string
  /** Only jobs that finished without one. */
  readonly withoutWarnings: string
  /** Search field. */
  readonly search: string
  /** Empties the search field. */
  readonly clearSearch: string
  /** How many choices of a filter are taken, read out with its name. */
  readonly chosen: (args: { readonly count: number; readonly countText: string }) => string
  /** Empties one filter. */
  readonly clear: string
  /** Empties every filter. */
  readonly clearAll: string
  /** Accessible name of the chips. */
  readonly activeFilters: string
  /** Accessible name of a chip, which is taken away by a press; holds the visible `filter`. */
  readonly removeFilter: (args: { readonly filter: string }) => string
  /** A chip's visible text. */
  readonly filterChip: (args: { readonly name: string; readonly value: string }) => string
  /** Closes a popover. */
  readonly close: string
}

/** Words of the created range. */
export interface CalendarLabels {
  /** First day's field. */
  readonly from: string
  /** Last day's field. */
  readonly to: string
  /** Days from one on. */
  readonly since: (args: { readonly date: string }) => string
  /** Days up to one. */
  readonly until: (args: { readonly date: string }) => string
  /** Accessible name of the ready ranges. */
  readonly presets: string
  /** Ready range. */
  readonly today: string
  /** Ready range. */
  readonly last7Days: string
  /** Ready range. */
  readonly last30Days: string
  /** Ready range. */
  readonly thisMonth: string
  /** In which zone the days are meant. */
  readonly timeZone: (args: { readonly zone: string }) => string
  /** The last day lies before the first. */
  readonly reversed: string
  /** Takes the range over. */
  readonly apply: string
  /** While the calendar is fetched. */
  readonly loading: string
  /** When the calendar could not be fetched; the fields still work. */
  readonly unavailable: string
  /** Accessible name of the two buttons that turn the months. */
  readonly months: string
  /** Button. */
  readonly previousMonth: string
  /** Button. */
  readonly nextMonth: string
  /** Accessible name of a day: begins with the visible number. */
  readonly day: (args: {
    readonly day: string
    readonly date: string
    readonly isToday: boolean
    readonly isChosen: boolean
  }) => string
}

/** Words of the pager. Numbers are formatted. */
export interface PagerLabels {
  /** Accessible name. */
  readonly pager: string
  /** Before the choice of rows on a page. */
  readonly pageSize: string
  /** The rows on screen, of all; `isCapped` when there are more than `total`. */
  readonly range: (args: {
    readonly from: string
    readonly to: string
    readonly total: string
    readonly isCapped: boolean
  }) => string
  /** The rows on screen, where the total is not known. */
  readonly rangeWithoutTotal: (args: { readonly from: string; readonly to: string }) => string
  /** The number of rows on screen, where neither position nor total is known. */
  readonly rowCount: (args: { readonly count: number; readonly countText: string }) => string
  /** Button. */
  readonly first: string
  /** Button. */
  readonly previous: string
  /** Button. */
  readonly next: string
  /** Button. */
  readonly last: string
  /** Accessible name of a page's button. */
  readonly page: (args: { readonly page: string }) => string
}

/** What screen readers are told when jobs on screen change by themselves. */
export interface AnnouncementLabels {
  /** Jobs that came to a status. */
  readonly changed: Readonly<
    Record<ExportStatus, (args: { readonly count: number; readonly countText: string }) => string>
  >
}

/** Words of the "Failed to download" pop-up. Source: W6, M14. */
export interface PopUpLabels {
  /** Accessible name of the place where pop-ups appear. */
  readonly region: string
  /** Heading. */
  readonly title: string
  /** Close button. */
  readonly close: string
  /** Why the library did not ask. */
  readonly refusals: Readonly<Record<ActionRefusal, string>>
  /** Why the backend refused, where the general text of the code does not fit a download. */
  readonly errors: Readonly<Partial<Record<ExportJobsErrorCode, string>>>
}

/**
 * Every word on screen but those of asking for exports, which are loaded with the forms. Functions take formatted texts; a plain `count` beside one chooses the plural
 * form.
 */
export interface ExportLabels {
  /** Headers of the columns; a host's own column may look its word up here. */
  readonly columns: ColumnLabels & Readonly<Record<string, string>>
  /** The library's statuses. */
  readonly statuses: Readonly<Record<ExportStatus, string>>
  /** The backend's own status words, as a host wants them read. Source: W7. */
  readonly statusWords: Readonly<Record<string, string>>
  /** File formats; what is missing is shown in upper case. */
  readonly formats: Readonly<Record<string, string>>
  /** Report types that are not registered; what is missing is shown as the backend spells it. */
  readonly reportTypes: Readonly<Record<string, string>>
  /** Kinds of records; what is missing is shown as the backend spells it. */
  readonly entityTypes: Readonly<Record<string, string>>
  /** What made a job. */
  readonly sources: Readonly<Record<JobSource, string>>
  /** The rows. */
  readonly job: JobLabels
  /** The table. */
  readonly table: TableLabels
  /** The toolbar. */
  readonly toolbar: ToolbarLabels
  /** The filter row. */
  readonly filterRow: FilterRowLabels
  /** The created range. */
  readonly calendar: CalendarLabels
  /** The pager. */
  readonly pager: PagerLabels
  /** What screen readers are told. */
  readonly announcements: AnnouncementLabels
  /** The pop-up. */
  readonly popUp: PopUpLabels
  /** The frames in which request forms appear. */
  readonly request: RequestFrameLabels
  /** A job's actions. */
  readonly actions: ActionLabels
  /** The selection. */
  readonly bulk: BulkLabels
  /** A job's own page. */
  readonly detail: DetailLabels
  /** Notices that tell of a job's end. */
  readonly notifications: NotificationLabels
  /** Failures, by code. */
  readonly errors: Readonly<Record<ExportJobsErrorCode, ProblemText>>
}

/** Every word there is; a whole translation is of this type. */
export type ExportCatalogue = ExportLabels & RequestLabels

/** Some words of a group; inner records are replaced key by key too. */
export type LabelGroupOverrides<Group> = {
  readonly [Key in keyof Group]?: Group[Key] extends string | ((args: never) => unknown)
    ? Group[Key]
    : Partial<Group[Key]>
}

/** The words a host replaces, group by group; the others stay. */
export type LabelOverrides = {
  readonly [Group in keyof ExportCatalogue]?: LabelGroupOverrides<ExportCatalogue[Group]>
}

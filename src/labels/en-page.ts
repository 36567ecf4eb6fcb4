import { filterRow } from './en-filter-row.js'
import { actions, bulk, detail } from './en-job-page.js'
import { notifications } from './en-notifications.js'
import type { ExportLabels } from './labels.js'
import { createPlural } from './plural.js'

const plural = createPlural('en')

/** Tells how many exports came to a status. */
const changed =
  (words: string, pluralWords = words) =>
  ({ count, countText }: { readonly count: number; readonly countText: string }) =>
    plural(count, {
      one: `${countText} export ${words}`,
      other: `${countText} exports ${pluralWords}`,
    })

/** The words of pages that show exports, in English. */
export const englishPage: ExportLabels = {
  columns: {
    format: 'Format',
    dateRange: 'Date range',
    reportType: 'Report type',
    status: 'Status',
    created: 'Created',
    download: 'Download',
    name: 'Name',
    entityTypes: 'Entity types',
    source: 'Source',
    createdBy: 'Requested by',
    progress: 'Progress',
    rows: 'Rows',
    size: 'Size',
    completed: 'Finished',
    removed: 'Removed on',
  },
  statuses: {
    pending: 'Pending',
    processing: 'Processing',
    canceling: 'Canceling',
    completed: 'Completed',
    failed: 'Failed',
    canceled: 'Canceled',
    expired: 'Expired',
    unknown: 'Unknown',
  },
  statusWords: {},
  formats: {},
  reportTypes: {},
  entityTypes: {},
  sources: { manual: 'By a person', schedule: 'By a schedule' },
  job: {
    noValue: '—',
    dateRangeFrom: ({ date }) => `From ${date}`,
    dateRangeTo: ({ date }) => `Until ${date}`,
    progress: 'Progress',
    rowsOfTotal: ({ done, total }) => `${done} of ${total} rows`,
    rowsDone: ({ count, done }) => plural(count, { one: `${done} row`, other: `${done} rows` }),
    queuePosition: ({ position }) => `Number ${position} in the queue`,
    stuck: 'Taking longer than usual',
    stuckHelp: ({ what }) => `Taking longer than usual: what to do about ${what}`,
    stuckText: 'It may still finish by itself. If it does not, support can look it up.',
    moreWarnings: ({ count, countText }) =>
      plural(count, { one: `and ${countText} more note`, other: `and ${countText} more notes` }),
    download: 'Download',
    downloadJob: ({ what, when }) =>
      when === null ? `Download ${what}` : `Download ${what}, ${when}`,
    dateTimeWithZone: ({ dateTime, zone }) => `${dateTime}, ${zone}`,
  },
  table: {
    title: 'Export history',
    caption: 'Exports',
    sortAscending: 'Sort ascending',
    sortDescending: 'Sort descending',
    loading: 'Loading exports',
    refresh: 'Refresh',
    refreshing: 'Refreshing',
    refreshed: 'The list is up to date',
    refreshFailed: 'The list could not be refreshed',
    tryAgain: 'Try again',
    reference: 'Reference for support:',
    copyReference: 'Copy',
    referenceCopied: 'Copied',
    empty: {
      title: 'No exports yet',
      text: 'Start an export from a report page. It appears here and can be downloaded once it is ready.',
    },
    noMatch: {
      title: 'No exports match these filters',
      text: 'Remove or change a filter to see more.',
    },
    denied: {
      title: 'You do not have access to these exports',
      text: 'Check that the right company is selected, or ask an administrator for permission.',
    },
    stale: ({ time, reason }) =>
      `Could not check since ${time}: ${lowerFirst(reason)}. Showing the last known state.`,
    unreadable: ({ count, countText }) =>
      plural(count, {
        one: `${countText} row could not be read`,
        other: `${countText} rows could not be read`,
      }),
    newRows: ({ count, countText }) =>
      plural(count, { one: `Show ${countText} new row`, other: `Show ${countText} new rows` }),
    vanished: changed('is no longer listed here', 'are no longer listed here'),
    vanishedNote: 'No longer listed here',
    unreadableDetails: 'Details',
    reversedRange: 'The created range ends before it begins, so it was left out.',
    corrected: 'A part of this link was not understood and was left out.',
    dismiss: 'Dismiss',
  },
  toolbar: {
    toolbar: 'Filters',
    status: 'Status',
    format: 'Format',
    reportType: 'Report type',
    created: 'Created',
    source: 'Source',
    withWarnings: 'With notes',
    withoutWarnings: 'Without notes',
    search: 'Search by name',
    clearSearch: 'Clear search',
    chosen: ({ countText }) => `${countText} chosen`,
    clear: 'Clear',
    clearAll: 'Clear filters',
    activeFilters: 'Active filters',
    removeFilter: ({ filter }) => `${filter}, remove filter`,
    filterChip: ({ name, value }) => `${name}: ${value}`,
    close: 'Close',
  },
  filterRow,
  calendar: {
    from: 'From',
    to: 'To',
    since: ({ date }) => `Since ${date}`,
    until: ({ date }) => `Until ${date}`,
    presets: 'Ready ranges',
    today: 'Today',
    last7Days: 'Last 7 days',
    last30Days: 'Last 30 days',
    thisMonth: 'This month',
    timeZone: ({ zone }) => `Days in ${zone}`,
    reversed: 'The last day lies before the first.',
    apply: 'Apply',
    loading: 'Loading the calendar',
    unavailable: 'The calendar could not be loaded. Type the days instead.',
    months: 'Months',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    day: ({ day, date, isToday, isChosen }) =>
      [day, date, isToday ? 'today' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(', '),
  },
  pager: {
    pager: 'Pages',
    pageSize: 'Rows per page',
    range: ({ from, to, total, isCapped }) =>
      isCapped ? `${from}–${to} of more than ${total}` : `${from}–${to} of ${total}`,
    rangeWithoutTotal: ({ from, to }) => `${from}–${to}`,
    rowCount: ({ count, countText }) =>
      plural(count, { one: `${countText} row`, other: `${countText} rows` }),
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
    last: 'Last page',
    page: ({ page }) => `Page ${page}`,
  },
  announcements: {
    changed: {
      pending: changed('waiting again'),
      processing: changed('processing'),
      canceling: changed('being canceled'),
      completed: changed('completed'),
      failed: changed('failed'),
      canceled: changed('canceled'),
      expired: changed('expired'),
      unknown: changed('with an unknown status'),
    },
  },
  popUp: {
    region: 'Download problems',
    title: 'Failed to download',
    close: 'Close',
    refusals: {
      unsupported: 'Files cannot be downloaded here.',
      permission_pending: 'Your permissions are still being checked. Try again in a moment.',
      not_permitted: 'You are not allowed to download this file.',
      backend: 'This file cannot be downloaded now.',
      not_ready: 'The export is not ready yet. Try again when it is completed.',
      failed: 'The export failed, so it has no file.',
      canceled: 'The export was canceled, so it has no file.',
      no_file: 'The export is completed, but has no file.',
      file_expired: 'The file is no longer available. Export it again.',
      emailed: 'The file was sent by e-mail.',
      already_finished: 'The export is already finished.',
      already_canceling: 'The export is being canceled.',
      not_failed: 'The export has not failed.',
      unfinished: 'The export is still running.',
      no_parameters: 'The request was not kept.',
    },
    errors: {
      unauthenticated: 'You are signed out. Sign in and try again.',
      forbidden: 'You do not have access to this file. Check that the right company is selected.',
      not_found: 'This export does not exist any more.',
      gone: 'The file has been removed. Export it again.',
      not_ready: 'The export is not ready yet. Try again when it is completed.',
      no_file: 'The export is completed, but has no file.',
      conflict: 'The export has changed meanwhile. Refresh and try again.',
      invalid: 'The server refused the request.',
      rate_limited: 'There were too many requests. Try again in a moment.',
      unavailable: 'The download link could not be made. Try again in a moment.',
      timeout: 'The server took too long to answer. Try again.',
      offline: 'The server could not be reached. Check your connection and try again.',
      bad_response: 'The server gave an answer that was not understood. Try again later.',
      aborted: 'The download was stopped before its end. Try again.',
    },
  },
  request: {
    dialogTitle: 'New export',
    close: 'Close',
    loading: 'Loading the form',
    export: 'Export',
    download: ({ format }) => (format === null ? 'Download' : `Download ${format}`),
    more: 'More ways to export',
    directly: 'Now',
    background: 'In the background',
    inBackground: ({ format }) =>
      format === null ? 'Export in the background' : `Export ${format} in the background`,
    options: 'All options',
    incomplete: 'Something more has to be chosen.',
  },
  actions,
  bulk,
  detail,
  notifications,
  errors: {
    unauthenticated: { title: 'You are signed out', text: 'Sign in again to see the exports.' },
    forbidden: {
      title: 'You do not have access to these exports',
      text: 'Check that the right company is selected, or ask an administrator for permission.',
    },
    not_found: { title: 'Not found', text: 'It may have been removed.' },
    gone: { title: 'No longer available', text: 'It has been removed.' },
    not_ready: { title: 'Not ready yet', text: 'Try again when the export is completed.' },
    no_file: { title: 'No file', text: 'The export is completed, but has no file.' },
    conflict: { title: 'Changed meanwhile', text: 'Refresh to see the present state.' },
    invalid: { title: 'The request was refused', text: 'Change the filters and try again.' },
    rate_limited: { title: 'Too many requests', text: 'Wait a moment, then try again.' },
    unavailable: {
      title: 'The server has a problem',
      text: 'This is not your fault. Try again in a moment.',
    },
    timeout: { title: 'The server did not answer in time', text: 'Try again in a moment.' },
    offline: { title: 'The server could not be reached', text: 'Check your connection.' },
    bad_response: {
      title: 'The answer was not understood',
      text: 'Try again later. If it stays like this, tell support.',
    },
    aborted: { title: 'The request was stopped', text: 'Try again.' },
  },
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

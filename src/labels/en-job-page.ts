import type { ActionLabels, BulkLabels, CountWords, DetailLabels } from './job-page-labels.js'
import { createPlural } from './plural.js'

const plural = createPlural('en')

const exportsDone =
  (words: string) =>
  ({ count, countText }: CountWords) =>
    plural(count, { one: `Export ${words}`, other: `${countText} exports ${words}` })

/** The words of a job's actions in English. */
export const actions: ActionLabels = {
  column: 'Actions',
  menu: ({ what }) => `Actions for ${what}`,
  names: {
    open: 'Open',
    download: 'Download',
    cancel: 'Cancel export',
    retry: 'Retry',
    rerun: 'Run again',
    delete: 'Delete',
  },
  nameOf: ({ name, what }) => `${name}: ${what}`,
  source: 'Go to the report page',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, { one: `Delete ${what}?`, other: `Delete ${countText} exports?` }),
    text: plural(count, {
      one: 'It disappears from the history, and its file can no longer be downloaded. The records themselves stay.',
      other:
        'They disappear from the history, and their files can no longer be downloaded. The records themselves stay.',
    }),
  }),
  keep: 'Keep',
  undo: 'Undo',
  done: {
    open: exportsDone('opened'),
    download: exportsDone('handed to the browser'),
    cancel: exportsDone('asked to stop'),
    retry: exportsDone('started again'),
    rerun: exportsDone('requested anew'),
    delete: exportsDone('deleted'),
  },
  failed: {
    open: 'Failed to open',
    download: 'Failed to download',
    cancel: 'Failed to cancel',
    retry: 'Failed to retry',
    rerun: 'Failed to run again',
    delete: 'Failed to delete',
  },
  refusals: {
    unsupported: 'This cannot be done here.',
    not_permitted: 'You are not allowed to do this.',
    backend: 'This cannot be done now.',
    not_ready: 'The state of the export is not known yet.',
  },
  errors: {
    unauthenticated: 'You are signed out. Sign in and try again.',
    forbidden: 'You are not allowed to do this. Check that the right company is selected.',
    not_found: 'This export does not exist any more.',
    gone: 'This export has been removed.',
    conflict: 'The export has changed meanwhile. The list shows its present state.',
    rate_limited: 'There were too many requests. Try again in a moment.',
    unavailable: 'The server has a problem. Try again in a moment.',
    timeout: 'The server took too long to answer. Try again.',
    offline: 'The server could not be reached. Check your connection and try again.',
    bad_response: 'The server gave an answer that was not understood. Try again later.',
    invalid: 'The server refused the request.',
  },
  clickToDownload: 'Click to download',
  saving: ({ share, size }) => (share === null ? `Saving ${size}` : `Saving ${share}`),
  tabText: 'The download starts in this tab. Close it once the file is there.',
  savedInstead:
    'The file cannot be saved to a place of your choice here. The browser downloads it.',
  saved: 'File saved',
  cancelConflict: 'The export is already finished.',
}

/** The words of the selection in English. */
export const bulk: BulkLabels = {
  bar: 'Selected exports',
  selected: ({ countText }) => `${countText} selected`,
  selectPage: 'Select all on this page',
  select: ({ what, when }) => (when === null ? `Select ${what}` : `Select ${what}, ${when}`),
  clear: 'Clear selection',
  progress: ({ done, total }) => `${done} of ${total}`,
  failed: ({ count, countText }) =>
    plural(count, { one: `${countText} could not be:`, other: `${countText} could not be:` }),
  failure: ({ what, reason }) => `${what}: ${reason}`,
}

/** The words of a job's own page in English. */
export const detail: DetailLabels = {
  back: 'Back to the export history',
  loading: 'Loading the export',
  fields: {
    id: 'Export number',
    started: 'Started',
    queuedFor: 'Queued for',
    ranFor: 'Ran for',
    fileExpires: 'File',
  },
  request: 'Request',
  yes: 'Yes',
  no: 'No',
  files: 'Files',
  checksum: 'Checksum',
  downloadFile: ({ name }) => `Download ${name}`,
  downloadAll: 'Download all',
  fileStarted: 'Handed to the browser',
  incomplete: 'This file is not complete',
  notes: 'Notes',
  failure: 'Why it failed',
  noReason: 'The server gave no reason.',
  notReady: 'The file is not ready yet. This page looks again by itself.',
  stale: ({ reason }) => `Could not check: ${reason}. Showing the last known state.`,
  removedOn: ({ date, relative }) => (relative === null ? date : `${date}, ${relative}`),
  availableUntil: ({ date, relative }) =>
    relative === null ? `Available until ${date}` : `Available until ${date}, ${relative}`,
  fileExpired: ({ date }) => `No longer available since ${date}`,
  expiresSoon: ({ relative }) => `File expires ${relative}`,
  removedSoon: ({ relative }) => `Removed ${relative}`,
  notFound: {
    title: 'This export was not found',
    text: 'Check the link. The export may have been deleted.',
  },
  otherScope: {
    title: 'This export was not found',
    text: 'It may belong to another company: check that the right one is selected. It may also have been deleted.',
  },
  removed: {
    title: 'This export has been removed',
    text: 'Its file is gone too. Export it again if you still need it.',
  },
  pastRetention: {
    title: 'This export has been removed after its time',
    text: 'Exports are kept for a limited time. Export it again if you still need it.',
  },
  deleted: {
    title: 'You have deleted this export',
    text: 'It is gone from the history, and so is its file.',
  },
  denied: {
    title: 'You do not have access to this export',
    text: 'Check that the right company is selected, or ask an administrator for permission.',
  },
}

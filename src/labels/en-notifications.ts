import type { CountWords } from './job-page-labels.js'
import type { EndStatus, NotificationLabels } from './notification-labels.js'
import { createPlural } from './plural.js'

const plural = createPlural('en')

const ENDS: Readonly<Record<EndStatus, string>> = {
  completed: 'ready',
  failed: 'failed',
  canceled: 'canceled',
  expired: 'expired',
}

/** Words of notices in English. */
export const notifications: NotificationLabels = {
  region: 'Export notifications',
  titles: {
    completed: 'Export ready',
    failed: 'Export failed',
    canceled: 'Export canceled',
    expired: 'Export expired',
  },
  summary: ({ completed, failed, canceled, expired }) =>
    [part(completed, 'completed'), part(failed, 'failed')]
      .concat([part(canceled, 'canceled'), part(expired, 'expired')])
      .filter(({ count }) => count > 0)
      .map(({ alone, further }, index) => (index === 0 ? alone : further))
      .join(', '),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${what}` : `${title}: ${what}. ${text}`,
  more: ({ countText }) => `and ${countText} more`,
  history: 'Show all exports',
  dismiss: 'Dismiss',
}

/** How many ended in one way: "2 exports ready" where it comes first, "2 ready" after another. */
function part({ count, countText }: CountWords, end: EndStatus) {
  const further = `${countText} ${ENDS[end]}`
  const alone = plural(count, {
    one: `${countText} export ${ENDS[end]}`,
    other: `${countText} exports ${ENDS[end]}`,
  })
  return { count, alone, further }
}

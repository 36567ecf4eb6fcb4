import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'
import { createCounted } from './plural.js'

const counted = createCounted('de')

const WHOLE = {
  completed: counted({ one: '# Export fertig', other: '# Exporte fertig' }),
  failed: counted({ one: '# Export fehlgeschlagen', other: '# Exporte fehlgeschlagen' }),
  canceled: counted({ one: '# Export abgebrochen', other: '# Exporte abgebrochen' }),
  expired: counted({ one: '# Export abgelaufen', other: '# Exporte abgelaufen' }),
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: counted({ one: '# fertig', other: '# fertig' }),
  failed: counted({ one: '# fehlgeschlagen', other: '# fehlgeschlagen' }),
  canceled: counted({ one: '# abgebrochen', other: '# abgebrochen' }),
  expired: counted({ one: '# abgelaufen', other: '# abgelaufen' }),
}

/** Words of notices in German. */
export const notifications: NotificationLabels = {
  region: 'Exportbenachrichtigungen',
  titles: {
    completed: 'Export fertig',
    failed: 'Export fehlgeschlagen',
    canceled: 'Export abgebrochen',
    expired: 'Export abgelaufen',
  },
  summary: createSummary(WHOLE, FURTHER, ', '),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${what}` : `${title}: ${what}. ${text}`,
  more: ({ countText }) => `und ${countText} weitere`,
  history: 'Alle Exporte anzeigen',
  dismiss: 'Schließen',
}

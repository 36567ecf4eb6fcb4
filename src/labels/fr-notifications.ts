import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'
import { createCounted } from './plural.js'

const counted = createCounted<'one' | 'many'>('fr')

const WHOLE = {
  completed: counted({
    one: '# exportation prête',
    many: '# d’exportations prêtes',
    other: '# exportations prêtes',
  }),
  failed: counted({
    one: '# exportation a échoué',
    many: '# d’exportations ont échoué',
    other: '# exportations ont échoué',
  }),
  canceled: counted({
    one: '# exportation annulée',
    many: '# d’exportations annulées',
    other: '# exportations annulées',
  }),
  expired: counted({
    one: '# exportation expirée',
    many: '# d’exportations expirées',
    other: '# exportations expirées',
  }),
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: counted({ one: '# prête', many: '# prêtes', other: '# prêtes' }),
  failed: counted({ one: '# a échoué', many: '# ont échoué', other: '# ont échoué' }),
  canceled: counted({ one: '# annulée', many: '# annulées', other: '# annulées' }),
  expired: counted({ one: '# expirée', many: '# expirées', other: '# expirées' }),
}

/** Words of notices in French. */
export const notifications: NotificationLabels = {
  region: 'Notifications d’exportation',
  titles: {
    completed: 'Exportation prête',
    failed: 'Échec de l’exportation',
    canceled: 'Exportation annulée',
    expired: 'Exportation expirée',
  },
  summary: createSummary(WHOLE, FURTHER, ', '),
  told: ({ title, what, text }) =>
    text === null ? `${title}\u00a0: ${what}` : `${title}\u00a0: ${what}. ${text}`,
  more: counted({ one: 'et # autre', many: 'et # autres', other: 'et # autres' }),
  history: 'Afficher toutes les exportations',
  dismiss: 'Ignorer',
}

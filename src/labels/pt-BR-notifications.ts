import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'
import { createCounted } from './plural.js'

const counted = createCounted<'one' | 'many'>('pt-BR')

const WHOLE = {
  completed: counted({
    one: '# exportação pronta',
    many: '# de exportações prontas',
    other: '# exportações prontas',
  }),
  failed: counted({
    one: '# exportação falhou',
    many: '# de exportações falharam',
    other: '# exportações falharam',
  }),
  canceled: counted({
    one: '# exportação cancelada',
    many: '# de exportações canceladas',
    other: '# exportações canceladas',
  }),
  expired: counted({
    one: '# exportação expirada',
    many: '# de exportações expiradas',
    other: '# exportações expiradas',
  }),
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: counted({ one: '# pronta', many: '# prontas', other: '# prontas' }),
  failed: counted({ one: '# falhou', many: '# falharam', other: '# falharam' }),
  canceled: counted({ one: '# cancelada', many: '# canceladas', other: '# canceladas' }),
  expired: counted({ one: '# expirada', many: '# expiradas', other: '# expiradas' }),
}

/** Words of notices in Brazilian Portuguese. */
export const notifications: NotificationLabels = {
  region: 'Notificações de exportação',
  titles: {
    completed: 'Exportação pronta',
    failed: 'Falha na exportação',
    canceled: 'Exportação cancelada',
    expired: 'Exportação expirada',
  },
  summary: createSummary(WHOLE, FURTHER, ', '),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${what}` : `${title}: ${what}. ${text}`,
  more: ({ countText }) => `e mais ${countText}`,
  history: 'Mostrar todas as exportações',
  dismiss: 'Dispensar',
}

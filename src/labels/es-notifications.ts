import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'
import { createCounted } from './plural.js'

const counted = createCounted<'one' | 'many'>('es')

const WHOLE = {
  completed: counted({
    one: '# exportación lista',
    many: '# de exportaciones listas',
    other: '# exportaciones listas',
  }),
  failed: counted({
    one: '# exportación con error',
    many: '# de exportaciones con error',
    other: '# exportaciones con error',
  }),
  canceled: counted({
    one: '# exportación cancelada',
    many: '# de exportaciones canceladas',
    other: '# exportaciones canceladas',
  }),
  expired: counted({
    one: '# exportación caducada',
    many: '# de exportaciones caducadas',
    other: '# exportaciones caducadas',
  }),
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: counted({ one: '# lista', many: '# listas', other: '# listas' }),
  failed: counted({ one: '# con error', many: '# con error', other: '# con error' }),
  canceled: counted({ one: '# cancelada', many: '# canceladas', other: '# canceladas' }),
  expired: counted({ one: '# caducada', many: '# caducadas', other: '# caducadas' }),
}

/** Words of notices in Spanish. */
export const notifications: NotificationLabels = {
  region: 'Notificaciones de exportación',
  titles: {
    completed: 'Exportación lista',
    failed: 'Error en la exportación',
    canceled: 'Exportación cancelada',
    expired: 'Exportación caducada',
  },
  summary: createSummary(WHOLE, FURTHER, ', '),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${what}` : `${title}: ${what}. ${text}`,
  more: ({ countText }) => `y ${countText} más`,
  history: 'Mostrar todas las exportaciones',
  dismiss: 'Descartar',
}

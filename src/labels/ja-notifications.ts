import type { CountWords } from './job-page-labels.js'
import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'

const WHOLE = {
  completed: ({ countText }: CountWords) => `${countText} 件のエクスポートが完了`,
  failed: ({ countText }: CountWords) => `${countText} 件のエクスポートが失敗`,
  canceled: ({ countText }: CountWords) => `${countText} 件のエクスポートをキャンセル`,
  expired: ({ countText }: CountWords) => `${countText} 件のエクスポートが期限切れ`,
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: ({ countText }: CountWords) => `${countText} 件が完了`,
  failed: ({ countText }: CountWords) => `${countText} 件が失敗`,
  canceled: ({ countText }: CountWords) => `${countText} 件をキャンセル`,
  expired: ({ countText }: CountWords) => `${countText} 件が期限切れ`,
}

/** Words of notices in Japanese. */
export const notifications: NotificationLabels = {
  region: 'エクスポートの通知',
  titles: {
    completed: 'エクスポートが完了しました',
    failed: 'エクスポートに失敗しました',
    canceled: 'エクスポートはキャンセルされました',
    expired: 'エクスポートの期限が切れました',
  },
  summary: createSummary(WHOLE, FURTHER, '、'),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${what}` : `${title}: ${what}。${text}`,
  more: ({ countText }) => `ほか ${countText} 件`,
  history: 'すべてのエクスポートを表示',
  dismiss: '閉じる',
}

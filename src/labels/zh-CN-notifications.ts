import type { CountWords } from './job-page-labels.js'
import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'

const WHOLE = {
  completed: ({ countText }: CountWords) => `${countText} 个导出任务已就绪`,
  failed: ({ countText }: CountWords) => `${countText} 个导出任务失败`,
  canceled: ({ countText }: CountWords) => `${countText} 个导出任务已取消`,
  expired: ({ countText }: CountWords) => `${countText} 个导出任务已过期`,
}

/** After another part, the noun is understood. */
const FURTHER = {
  completed: ({ countText }: CountWords) => `${countText} 个已就绪`,
  failed: ({ countText }: CountWords) => `${countText} 个失败`,
  canceled: ({ countText }: CountWords) => `${countText} 个已取消`,
  expired: ({ countText }: CountWords) => `${countText} 个已过期`,
}

/** Words of notices in simplified Chinese. */
export const notifications: NotificationLabels = {
  region: '导出通知',
  titles: {
    completed: '导出已就绪',
    failed: '导出失败',
    canceled: '导出已取消',
    expired: '导出已过期',
  },
  summary: createSummary(WHOLE, FURTHER, '，'),
  told: ({ title, what, text }) =>
    text === null ? `${title}：${what}` : `${title}：${what}。${text}`,
  more: ({ countText }) => `以及另外 ${countText} 个`,
  history: '显示所有导出任务',
  dismiss: '关闭',
}

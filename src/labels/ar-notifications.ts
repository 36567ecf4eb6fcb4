import { isolate } from './isolate.js'
import type { NotificationLabels } from './notification-labels.js'
import { createSummary } from './notification-summary.js'
import { createCounted } from './plural.js'

const counted = createCounted<Intl.LDMLPluralRule>('ar')

/** So many exports that came to no file; the list's announcements say it alike. */
export const ENDED = {
  failed: counted({
    zero: 'فشلت # عملية تصدير',
    one: 'فشلت عملية تصدير واحدة',
    two: 'فشلت عمليتا تصدير',
    few: 'فشلت # عمليات تصدير',
    many: 'فشلت # عملية تصدير',
    other: 'فشلت # عملية تصدير',
  }),
  canceled: counted({
    zero: 'أُلغيت # عملية تصدير',
    one: 'أُلغيت عملية تصدير واحدة',
    two: 'أُلغيت عمليتا تصدير',
    few: 'أُلغيت # عمليات تصدير',
    many: 'أُلغيت # عملية تصدير',
    other: 'أُلغيت # عملية تصدير',
  }),
  expired: counted({
    zero: 'انتهت صلاحية # عملية تصدير',
    one: 'انتهت صلاحية عملية تصدير واحدة',
    two: 'انتهت صلاحية عمليتي تصدير',
    few: 'انتهت صلاحية # عمليات تصدير',
    many: 'انتهت صلاحية # عملية تصدير',
    other: 'انتهت صلاحية # عملية تصدير',
  }),
}

const WHOLE = {
  completed: counted({
    zero: '# عملية تصدير جاهزة',
    one: 'عملية تصدير واحدة جاهزة',
    two: 'عمليتا تصدير جاهزتان',
    few: '# عمليات تصدير جاهزة',
    many: '# عملية تصدير جاهزة',
    other: '# عملية تصدير جاهزة',
  }),
  ...ENDED,
}

/** Words of notices in Arabic. Each part keeps its noun, whose form hangs on the number. */
export const notifications: NotificationLabels = {
  region: 'إشعارات التصدير',
  titles: {
    completed: 'التصدير جاهز',
    failed: 'فشل التصدير',
    canceled: 'أُلغي التصدير',
    expired: 'انتهت صلاحية التصدير',
  },
  summary: createSummary(WHOLE, WHOLE, '، '),
  told: ({ title, what, text }) =>
    text === null ? `${title}: ${isolate(what)}` : `${title}: ${isolate(what)}. ${text}`,
  more: counted({
    zero: 'و# عملية أخرى',
    one: 'وعملية أخرى',
    two: 'وعمليتان أخريان',
    few: 'و# عمليات أخرى',
    many: 'و# عملية أخرى',
    other: 'و# عملية أخرى',
  }),
  history: 'عرض كل عمليات التصدير',
  dismiss: 'إغلاق',
}

import { isolate } from './isolate.js'
import type { ActionLabels, BulkLabels, DetailLabels } from './job-page-labels.js'
import { createCounted, createPlural } from './plural.js'

const plural = createPlural('ar')
const counted = createCounted<Intl.LDMLPluralRule>('ar')

/** The words of a job's actions in Arabic. */
export const actions: ActionLabels = {
  column: 'الإجراءات',
  menu: ({ what }) => `إجراءات ${isolate(what)}`,
  names: {
    open: 'فتح',
    download: 'تنزيل',
    cancel: 'إلغاء التصدير',
    retry: 'إعادة المحاولة',
    rerun: 'التشغيل مرة أخرى',
    delete: 'حذف',
  },
  nameOf: ({ name, what }) => `${name}: ${isolate(what)}`,
  source: 'الانتقال إلى صفحة التقرير',
  confirmDelete: ({ count, countText, what }) => ({
    title: plural(count, {
      one: `هل تريد حذف «${isolate(what)}»؟`,
      two: 'هل تريد حذف عمليتي تصدير؟',
      few: `هل تريد حذف ${countText} عمليات تصدير؟`,
      other: `هل تريد حذف ${countText} عملية تصدير؟`,
    }),
    text: plural(count, {
      one: 'ستختفي من السجل، ولن يكون تنزيل ملفها ممكنًا بعد ذلك. أما البيانات نفسها فتبقى.',
      two: 'ستختفيان من السجل، ولن يكون تنزيل ملفاتهما ممكنًا بعد ذلك. أما البيانات نفسها فتبقى.',
      other: 'ستختفي من السجل، ولن يكون تنزيل ملفاتها ممكنًا بعد ذلك. أما البيانات نفسها فتبقى.',
    }),
  }),
  keep: 'إبقاء',
  undo: 'تراجع',
  done: {
    open: counted({
      zero: 'تم فتح # عملية تصدير',
      one: 'تم فتح عملية التصدير',
      two: 'تم فتح عمليتي تصدير',
      few: 'تم فتح # عمليات تصدير',
      many: 'تم فتح # عملية تصدير',
      other: 'تم فتح # عملية تصدير',
    }),
    download: counted({
      zero: 'تم تسليم # عملية تصدير إلى المتصفح',
      one: 'تم تسليم عملية التصدير إلى المتصفح',
      two: 'تم تسليم عمليتي تصدير إلى المتصفح',
      few: 'تم تسليم # عمليات تصدير إلى المتصفح',
      many: 'تم تسليم # عملية تصدير إلى المتصفح',
      other: 'تم تسليم # عملية تصدير إلى المتصفح',
    }),
    cancel: counted({
      zero: 'تم طلب إلغاء # عملية تصدير',
      one: 'تم طلب إلغاء عملية التصدير',
      two: 'تم طلب إلغاء عمليتي تصدير',
      few: 'تم طلب إلغاء # عمليات تصدير',
      many: 'تم طلب إلغاء # عملية تصدير',
      other: 'تم طلب إلغاء # عملية تصدير',
    }),
    retry: counted({
      zero: 'تمت إعادة بدء # عملية تصدير',
      one: 'تمت إعادة بدء عملية التصدير',
      two: 'تمت إعادة بدء عمليتي تصدير',
      few: 'تمت إعادة بدء # عمليات تصدير',
      many: 'تمت إعادة بدء # عملية تصدير',
      other: 'تمت إعادة بدء # عملية تصدير',
    }),
    rerun: counted({
      zero: 'تم طلب # عملية تصدير من جديد',
      one: 'تم طلب عملية التصدير من جديد',
      two: 'تم طلب عمليتي تصدير من جديد',
      few: 'تم طلب # عمليات تصدير من جديد',
      many: 'تم طلب # عملية تصدير من جديد',
      other: 'تم طلب # عملية تصدير من جديد',
    }),
    delete: counted({
      zero: 'تم حذف # عملية تصدير',
      one: 'تم حذف عملية التصدير',
      two: 'تم حذف عمليتي تصدير',
      few: 'تم حذف # عمليات تصدير',
      many: 'تم حذف # عملية تصدير',
      other: 'تم حذف # عملية تصدير',
    }),
  },
  failed: {
    open: 'تعذّر الفتح',
    download: 'تعذّر التنزيل',
    cancel: 'تعذّر الإلغاء',
    retry: 'تعذّرت إعادة المحاولة',
    rerun: 'تعذّر التشغيل مرة أخرى',
    delete: 'تعذّر الحذف',
  },
  refusals: {
    unsupported: 'لا يمكن تنفيذ هذا الإجراء هنا.',
    not_permitted: 'ليس لديك إذن بتنفيذ هذا الإجراء.',
    backend: 'لا يمكن تنفيذ هذا الإجراء حاليًا.',
    not_ready: 'حالة التصدير غير معروفة بعد.',
  },
  errors: {
    unauthenticated: 'تم تسجيل خروجك. يُرجى تسجيل الدخول وإعادة المحاولة.',
    forbidden: 'ليس لديك إذن بتنفيذ هذا الإجراء. تأكّد من اختيار الشركة الصحيحة.',
    not_found: 'لم تعد عملية التصدير هذه موجودة.',
    gone: 'تمت إزالة عملية التصدير هذه.',
    conflict: 'تغيّرت حالة التصدير في هذه الأثناء. تعرض القائمة الحالة الحالية.',
    rate_limited: 'عدد الطلبات كبير جدًا. يُرجى إعادة المحاولة بعد قليل.',
    unavailable: 'حدثت مشكلة في الخادم. يُرجى إعادة المحاولة بعد قليل.',
    timeout: 'استغرق الخادم وقتًا طويلاً للاستجابة. يُرجى إعادة المحاولة.',
    offline: 'تعذّر الوصول إلى الخادم. تحقّق من اتصالك وأعد المحاولة.',
    bad_response: 'تعذّر فهم استجابة الخادم. يُرجى إعادة المحاولة لاحقًا.',
    invalid: 'رفض الخادم الطلب.',
  },
  clickToDownload: 'انقر للتنزيل',
  saving: ({ share, size }) => (share === null ? `جارٍ حفظ ${size}` : `جارٍ الحفظ ${share}`),
  tabText: 'يبدأ التنزيل في علامة التبويب هذه. أغلقها بعد وصول الملف.',
  savedInstead: 'لا يمكن حفظ الملف هنا في مكان من اختيارك. سيتولى المتصفح تنزيله.',
  saved: 'تم حفظ الملف',
  cancelConflict: 'انتهت عملية التصدير بالفعل.',
}

/** The words of the selection in Arabic. */
export const bulk: BulkLabels = {
  bar: 'عمليات التصدير المحددة',
  selected: ({ countText }) => `تم تحديد ${countText}`,
  selectPage: 'تحديد الكل في هذه الصفحة',
  select: ({ what, when }) =>
    when === null ? `تحديد ${isolate(what)}` : `تحديد ${isolate(what)}، ${isolate(when)}`,
  clear: 'إلغاء التحديد',
  progress: ({ done, total }) => `${done} من ${total}`,
  failed: ({ countText }) => `تعذّر تنفيذ الإجراء على ${countText}:`,
  failure: ({ what, reason }) => `${isolate(what)}: ${reason}`,
}

/** The words of a job's own page in Arabic. */
export const detail: DetailLabels = {
  back: 'العودة إلى سجل التصدير',
  loading: 'جارٍ تحميل عملية التصدير',
  fields: {
    id: 'رقم التصدير',
    started: 'وقت البدء',
    queuedFor: 'مدة الانتظار',
    ranFor: 'مدة التشغيل',
    fileExpires: 'الملف',
  },
  request: 'الطلب',
  yes: 'نعم',
  no: 'لا',
  files: 'الملفات',
  checksum: 'المجموع الاختباري',
  downloadFile: ({ name }) => `تنزيل ${isolate(name)}`,
  downloadAll: 'تنزيل الكل',
  fileStarted: 'تم تسليمه إلى المتصفح',
  incomplete: 'هذا الملف غير مكتمل',
  notes: 'ملاحظات',
  failure: 'سبب الفشل',
  noReason: 'لم يذكر الخادم أي سبب.',
  notReady: 'الملف غير جاهز بعد. تُحدَّث هذه الصفحة تلقائيًا.',
  stale: ({ reason }) => `تعذّر التحقق: ${reason}. المعروض هو آخر حالة معروفة.`,
  removedOn: ({ date, relative }) =>
    relative === null ? date : `${isolate(date)}، ${isolate(relative)}`,
  availableUntil: ({ date, relative }) =>
    relative === null
      ? `متاح حتى ${isolate(date)}`
      : `متاح حتى ${isolate(date)}، ${isolate(relative)}`,
  fileExpired: ({ date }) => `لم يعد متاحًا منذ ${isolate(date)}`,
  expiresSoon: ({ relative }) => `تنتهي صلاحية الملف ${relative}`,
  removedSoon: ({ relative }) => `تتم الإزالة ${relative}`,
  notFound: {
    title: 'لم يتم العثور على عملية التصدير هذه',
    text: 'تحقّق من الرابط. ربما تم حذف عملية التصدير.',
  },
  otherScope: {
    title: 'لم يتم العثور على عملية التصدير هذه',
    text: 'ربما تخص شركة أخرى: تأكّد من اختيار الشركة الصحيحة. وربما تم حذفها أيضًا.',
  },
  removed: {
    title: 'تمت إزالة عملية التصدير هذه',
    text: 'أُزيل ملفها أيضًا. أعد التصدير إذا كنت لا تزال بحاجة إليه.',
  },
  pastRetention: {
    title: 'تمت إزالة عملية التصدير هذه بعد انقضاء مدتها',
    text: 'تُحفظ عمليات التصدير لفترة محدودة. أعد التصدير إذا كنت لا تزال بحاجة إلى الملف.',
  },
  deleted: {
    title: 'لقد حذفت عملية التصدير هذه',
    text: 'لم تعد في السجل، ولم يعد ملفها موجودًا.',
  },
  denied: {
    title: 'لا يمكنك الوصول إلى عملية التصدير هذه',
    text: 'تأكّد من اختيار الشركة الصحيحة، أو اطلب الإذن من أحد المسؤولين.',
  },
}

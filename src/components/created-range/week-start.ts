/** A day of the week, 0 for Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** What browsers add to `Intl.Locale`: a method by now, a property before, nothing in some. */
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

const DAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/** The first day of the week where a language is spoken; Monday where the browser does not tell. */
export function weekStart(locale: string): Weekday {
  const about: LocaleWithWeek = new Intl.Locale(locale)
  const { firstDay } = about.getWeekInfo?.() ?? about.weekInfo ?? { firstDay: 1 }
  return DAYS[firstDay % 7] ?? 1
}

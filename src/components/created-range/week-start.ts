/** A day of the week, 0 for Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** What browsers add to `Intl.Locale`: a method by now, a property before, nothing in some. */
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

const DAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/** Where the week does not begin on Monday, for browsers that do not tell (Unicode CLDR, weekData). */
const SUNDAY =
  /^(AG|AS|BD|BR|BS|BT|BW|BZ|CA|CO|DM|DO|ET|GT|GU|HK|HN|ID|IL|IN|JM|JP|KE|KH|KR|LA|MH|MM|MO|MT|MX|MZ|NI|NP|PA|PE|PH|PK|PR|PT|PY|SA|SG|SV|TH|TT|TW|UM|US|VE|VI|WS|YE|ZA|ZW)$/
const SATURDAY = /^(AE|AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)$/

/** The first day of the week where a language is spoken. */
export function weekStart(locale: string): Weekday {
  const about: LocaleWithWeek = new Intl.Locale(locale)
  const week = about.getWeekInfo?.() ?? about.weekInfo
  if (week !== undefined) return DAYS[week.firstDay % 7] ?? 1
  const { region = '' } = about.maximize()
  if (SUNDAY.test(region)) return 0
  return SATURDAY.test(region) ? 6 : 1
}

/** Texts by plural category; `other` stands for every category that is left out. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  /** The form of most counts. */
  readonly other: string
}

/**
 * Makes a chooser between plural forms by the rules of one language.
 *
 * @param locale - BCP 47 language of the catalogue, not of the page: the forms are in its words.
 */
export function createPlural(locale: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale)
    return forms[rules.select(count)] ?? forms.other
  }
}

/** A number of things: `count` chooses the form, `countText` is the number as people read it. */
export interface Counted {
  readonly count: number
  readonly countText: string
}

/**
 * Makes texts that hold a number, by the plural rules of one language. The `#` of a form is the number;
 * a form may do without it where the language says the number by the noun.
 *
 * @typeParam Category - The language's plural categories, so that a form that is missing is a type
 *   error. Default those of most European languages.
 * @param locale - BCP 47 language of the catalogue.
 */
export function createCounted<Category extends Intl.LDMLPluralRule = 'one' | 'other'>(
  locale: string,
): (
  forms: Readonly<Record<Category | 'other', string>>,
) => <Args extends Counted>(args: Args) => string {
  const plural = createPlural(locale)
  return (forms) =>
    ({ count, countText }) =>
      plural(count, forms).replace('#', () => countText)
}

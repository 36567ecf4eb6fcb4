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

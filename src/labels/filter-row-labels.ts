/** Words of the filter row. A control's own name is its column's. */
export interface FilterRowLabels {
  /** A picker that narrows nothing. */
  readonly all: string
  /** A day that is not chosen. */
  readonly anyDay: string
  /** Accessible name of a text field. */
  readonly text: (args: { readonly column: string }) => string
  /** Button that filters by what was typed. */
  readonly apply: (args: { readonly column: string }) => string
  /** Button that takes the filter away. */
  readonly clear: (args: { readonly column: string }) => string
  /** The field for a day, beside the calendar. */
  readonly day: string
}

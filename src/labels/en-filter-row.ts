import type { FilterRowLabels } from './filter-row-labels.js'

/** The words of the filter row, in English. */
export const filterRow: FilterRowLabels = {
  all: 'All',
  anyDay: 'Any day',
  text: ({ column }) => `Filter by ${column}`,
  apply: ({ column }) => `Apply filter by ${column}`,
  clear: ({ column }) => `Clear filter by ${column}`,
  day: 'Day',
}

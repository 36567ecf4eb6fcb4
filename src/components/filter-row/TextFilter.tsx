import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { FilterCellProps } from './FilterCell.js'
import { FilterField } from './FilterField.js'

/**
 * A text to look for in the name. What is typed narrows nothing until it is applied, by its button or
 * by Enter. Source: W3.
 */
export function TextFilter({ title, list, classes }: Omit<FilterCellProps, 'filter'>): ReactNode {
  const { labels } = useExportJobsUi()
  const { search } = list.listState.filters
  const [draft, setDraft] = useState(search)
  const [known, setKnown] = useState(search)
  // A search that did not come from here (Back, Clear) takes the place of what was typed.
  if (search !== known) {
    setKnown(search)
    setDraft(search)
  }
  const apply = () => {
    if (draft !== search) list.setFilters({ search: draft })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // a form of the host's around the table is not meant
    event.preventDefault()
    apply()
  }
  const name = labels.filterRow.apply({ column: title })
  return (
    <FilterField
      title={title}
      classes={classes}
      isActive={search !== ''}
      onClear={() => {
        setDraft('')
        list.setFilters({ search: '' })
      }}
    >
      <input
        type="text"
        className={classes.filterInput}
        aria-label={labels.filterRow.text({ column: title })}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        className={classes.filterAction}
        variant="icon"
        data-waiting={draft === search ? undefined : ''}
        aria-label={name}
        title={name}
        onClick={apply}
      >
        <Icon name="filter" />
      </Button>
    </FilterField>
  )
}

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStableCallback } from '../../internal/use-stable.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { HistoryToolbarSlot } from './slots.js'

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  /** The text that the list is searched for. */
  readonly search: string
  /** Searches for another; `history` as in the list state. */
  readonly onSearch: (search: string, history: 'push' | 'replace') => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryToolbarSlot>
}

const TYPING_MS = 300

/**
 * The search text. What is typed stays in here until the person pauses, so that no key stroke draws
 * the table; Enter and the clear button do not wait.
 */
export function SearchField({ search, onSearch, classes }: SearchFieldProps): ReactNode {
  const { labels } = useExportJobsUi()
  const [draft, setDraft] = useState(search)
  const [known, setKnown] = useState(search)
  const [sent, setSent] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const input = useRef<HTMLInputElement>(null)

  // A search that did not come from here (Back, Clear filters) takes the place of what was typed.
  if (search !== known) {
    setKnown(search)
    if (search !== sent) {
      setDraft(search)
      setSent(search)
    }
  }

  const commit = useStableCallback((text: string, history: 'push' | 'replace') => {
    clearTimeout(timer.current)
    if (text === search) return
    setSent(text)
    onSearch(text, history)
  })
  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (text: string) => {
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => commit(text, 'replace'), TYPING_MS)
  }
  const clear = () => {
    setDraft('')
    commit('', 'push')
    input.current?.focus()
  }
  return (
    <div className={classes.searchField}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        className={classes.searchInput}
        aria-label={labels.toolbar.search}
        placeholder={labels.toolbar.search}
        value={draft}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(draft, 'push')
        }}
      />
      {draft !== '' && (
        <Button variant="icon" aria-label={labels.toolbar.clearSearch} onClick={clear}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}

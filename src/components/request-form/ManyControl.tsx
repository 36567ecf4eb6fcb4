import { type ReactNode, useMemo, useState } from 'react'
import type { ManyField } from '../../core/report-fields.js'
import type { FieldOptionState } from '../../forms/resolve-form.js'
import { Button } from '../parts/Button.js'
import type { FieldControlProps } from './field-control.js'
import { optionWord } from './form-words.js'
import { useRequestUi } from './useRequestUi.js'

const SEARCH_ABOVE = 50
const MOST_MATCHES = 100

/** Several choices: check boxes, with a search above 50 of them, which shows at most 100 matches. */
export function ManyControl(props: FieldControlProps<ManyField>): ReactNode {
  const { definition, state, label, classes } = props
  const ui = useRequestUi()
  const { form } = ui.words
  const [search, setSearch] = useState('')
  const { options, controlId } = state
  const chosen = chosenOf(state.value)
  const isSearched = options.length > SEARCH_ABOVE
  const matches = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return options.filter((option) =>
      optionWord(definition.id, option, ui).toLowerCase().includes(wanted),
    )
  }, [options, search, definition.id, ui])
  const shown = isSearched ? matches.slice(0, MOST_MATCHES) : options
  const { formatNumber } = ui.formatters
  const toggle = ({ value }: FieldOptionState, isChosen: boolean) =>
    state.setValue(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <>
      {isSearched && (
        <input
          id={controlId}
          type="search"
          className={classes.fieldInput}
          aria-label={form.searchOptions({ field: label })}
          aria-controls={`${controlId}-list`}
          placeholder={form.searchOptions({ field: label })}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter would send the whole form
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      )}
      <div
        id={`${controlId}-list`}
        className={classes.optionList}
        data-scrolls={isSearched ? '' : undefined}
      >
        {shown.map((option, index) => (
          <label
            key={option.value}
            className={`ej-choice ${classes.option}`}
            data-disabled={option.isDisabled ? '' : undefined}
          >
            <input
              id={index === 0 && !isSearched ? controlId : undefined}
              type="checkbox"
              checked={chosen.includes(option.value)}
              aria-disabled={option.isDisabled || undefined}
              onChange={(event) => {
                const { checked } = event.currentTarget
                if (!option.isDisabled || !checked) toggle(option, checked)
              }}
            />
            <span className={classes.optionText}>
              {optionWord(definition.id, option, ui)}
              {(option.description ?? option.disabledReason) !== null && (
                <span className={classes.optionHint}>
                  {[option.description, option.disabledReason].filter(Boolean).join(' ')}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div className={classes.fieldTools}>
        <span className={classes.fieldHint} role="status">
          {form.chosen({ count: chosen.length, countText: formatNumber(chosen.length) })}{' '}
          {isSearched &&
            matches.length > shown.length &&
            form.matches({
              shown: formatNumber(shown.length),
              total: formatNumber(matches.length),
            })}
          {shown.length === 0 && form.noMatches}
        </span>
        <ChooseMany options={options} chosen={chosen} onChange={state.setValue} />
      </div>
    </>
  )
}

interface ChooseManyProps {
  readonly options: readonly FieldOptionState[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Takes all choices that can be made, or none. */
export function ChooseMany({ options, chosen, onChange }: ChooseManyProps): ReactNode {
  const { form } = useRequestUi().words
  const all = options.filter(({ isDisabled }) => !isDisabled).map(({ value }) => value)
  const missing = all.filter((value) => !chosen.includes(value))
  return (
    <>
      <Button
        variant="link"
        aria-disabled={missing.length === 0 || undefined}
        onClick={() => onChange([...chosen, ...missing])}
      >
        {form.chooseAll}
      </Button>
      <Button
        variant="link"
        aria-disabled={chosen.length === 0 || undefined}
        onClick={() => onChange([])}
      >
        {form.chooseNone}
      </Button>
    </>
  )
}

/** A field's chosen values; whatever else it holds is none. */
export function chosenOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

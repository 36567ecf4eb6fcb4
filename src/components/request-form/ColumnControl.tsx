import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ManyField } from '../../core/report-fields.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import type { FieldControlProps } from './field-control.js'
import { optionWord } from './form-words.js'
import { ChooseMany, chosenOf } from './ManyControl.js'
import { useRequestUi } from './useRequestUi.js'

/**
 * Columns in the person's own order: the chosen ones first, with buttons that move them, then the
 * others.
 */
export function ColumnControl(props: FieldControlProps<ManyField>): ReactNode {
  const { definition, state, classes } = props
  const ui = useRequestUi()
  const { form } = ui.words
  const { formatNumber } = ui.formatters
  const list = useRef<HTMLUListElement>(null)
  const [told, setTold] = useState('')
  const chosen = chosenOf(state.value)
  const { options, controlId } = state
  const ordered = [
    ...chosen.flatMap((value) => options.find((option) => option.value === value) ?? []),
    ...options.filter(({ value }) => !chosen.includes(value)),
  ]
  const move = (value: string, step: -1 | 1) => {
    const from = chosen.indexOf(value)
    const others = chosen.filter((other) => other !== value)
    const to = from + step
    const option = options.find((one) => one.value === value)
    if (to < 0 || to > others.length || option === undefined) return
    // the row moves in the page, and takes the focus from its button
    flushSync(() => {
      state.setValue([...others.slice(0, to), value, ...others.slice(to)])
      setTold(
        form.moved({
          what: optionWord(definition.id, option, ui),
          position: formatNumber(to + 1),
          total: formatNumber(chosen.length),
        }),
      )
    })
    const buttons = list.current?.children[to]?.querySelectorAll('button')
    buttons?.[step === -1 ? 0 : 1]?.focus()
  }
  return (
    <>
      <ul ref={list} className={classes.optionList} data-scrolls="">
        {ordered.map((option, index) => {
          const { value, isDisabled } = option
          const what = optionWord(definition.id, option, ui)
          const isChosen = chosen.includes(value)
          return (
            <li
              key={value}
              className={`ej-choice ${classes.option}`}
              data-disabled={isDisabled ? '' : undefined}
            >
              <input
                id={index === 0 ? controlId : `${controlId}-${value}`}
                type="checkbox"
                checked={isChosen}
                aria-disabled={isDisabled || undefined}
                onChange={() => {
                  if (isChosen) state.setValue(chosen.filter((other) => other !== value))
                  else if (!isDisabled) state.setValue([...chosen, value])
                }}
              />
              <span className={classes.optionText}>
                <label htmlFor={index === 0 ? controlId : `${controlId}-${value}`}>{what}</label>
                {(option.description ?? option.disabledReason) !== null && (
                  <span className={classes.optionHint}>
                    {[option.description, option.disabledReason].filter(Boolean).join(' ')}
                  </span>
                )}
              </span>
              {isChosen && (
                <span className={classes.columnSteps}>
                  <Button
                    variant="icon"
                    data-step="up"
                    aria-label={form.moveUp({ what })}
                    aria-disabled={index === 0 || undefined}
                    onClick={() => move(value, -1)}
                  >
                    <Icon name="down" />
                  </Button>
                  <Button
                    variant="icon"
                    aria-label={form.moveDown({ what })}
                    aria-disabled={index === chosen.length - 1 || undefined}
                    onClick={() => move(value, 1)}
                  >
                    <Icon name="down" />
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <div className={classes.fieldTools}>
        <span className={classes.fieldHint}>
          {form.chosen({ count: chosen.length, countText: formatNumber(chosen.length) })}
        </span>
        <ChooseMany options={options} chosen={chosen} onChange={state.setValue} />
        <span className="ej-visually-hidden" role="status">
          {told}
        </span>
      </div>
    </>
  )
}

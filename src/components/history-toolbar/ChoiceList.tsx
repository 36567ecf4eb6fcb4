import type { ReactNode } from 'react'
import type { FilterChoice } from './filter-choices.js'

/** Props of {@link ChoiceList}. */
export interface ChoiceListProps {
  /** What can be chosen. */
  readonly choices: readonly FilterChoice[]
  /** What is chosen. */
  readonly chosen: readonly string[]
  /** Chooses anew. */
  readonly onChange: (chosen: readonly string[]) => void
  /** The classes of the list and of a choice. */
  readonly classes: { readonly choiceList: string; readonly choice: string }
}

/** The values of a filter, each with its checkbox. */
export function ChoiceList({ choices, chosen, onChange, classes }: ChoiceListProps): ReactNode {
  const toggle = (value: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <div className={classes.choiceList}>
      {choices.map(({ value, words, shown = words }) => (
        <label key={value} className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
          {shown}
        </label>
      ))}
    </div>
  )
}

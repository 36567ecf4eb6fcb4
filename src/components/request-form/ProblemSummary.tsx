import type { ReactNode } from 'react'
import type { UseExportRequestFormResult } from '../../hooks/useExportRequestForm.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { problemWord } from './form-words.js'
import type { RequestFormSlot } from './slots.js'
import { useRequestUi } from './useRequestUi.js'

/** Props of {@link ProblemSummary}. */
export interface ProblemSummaryProps {
  /** The form as a whole. */
  readonly request: Pick<UseExportRequestFormResult, 'problems' | 'summaryId'>
  /** Moves the focus to a control. */
  readonly onGo: (controlId: string) => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/** Everything that has to be mended, each leading to its field. */
export function ProblemSummary({ request, onGo, classes }: ProblemSummaryProps): ReactNode {
  const ui = useRequestUi()
  const { problems, summaryId } = request
  const count = problems.length
  if (count === 0) return null
  const titleId = `${summaryId}-title`
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no controls of its own to be a fieldset of
    <div
      id={summaryId}
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      className={classes.formSummary}
    >
      <p id={titleId} className={classes.formSummaryTitle}>
        {ui.words.form.problems({ count, countText: ui.formatters.formatNumber(count) })}
      </p>
      <ul>
        {problems.map((problem) => {
          const words = problemWord(problem, ui)
          const { fieldId, controlId } = problem
          return (
            <li key={`${fieldId} ${words}`}>
              {fieldId === null ? (
                words
              ) : (
                <a
                  className="ej-link"
                  href={`#${controlId}`}
                  onClick={(event) => {
                    event.preventDefault()
                    onGo(controlId)
                  }}
                >
                  {words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

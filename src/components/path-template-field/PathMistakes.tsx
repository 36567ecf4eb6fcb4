import type { ReactNode } from 'react'
import type { PathTemplateError } from '../../core/path-template.js'
import { Button } from '../parts/Button.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useRequestUi } from '../request-form/useRequestUi.js'
import type { PathTemplateSlot } from './slots.js'

/** Props of {@link PathMistakes}. */
export interface PathMistakesProps {
  /** The id by which the input is described. */
  readonly id: string
  /** The template's text. */
  readonly text: string
  /** What is wrong, by its place. */
  readonly mistakes: readonly PathTemplateError[]
  /** Marks the place of one in the input. */
  readonly onShow: (mistake: PathTemplateError) => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<PathTemplateSlot>
}

/** Shows the template with its mistakes marked at their places, and says what each is. */
export function PathMistakes(props: PathMistakesProps): ReactNode {
  const { id, text, mistakes, onShow, classes } = props
  const { words } = useRequestUi()
  const { mistake: line, errors } = words.pathTemplate
  if (mistakes.length === 0) return null
  return (
    <div id={id} className={classes.pathMistakes}>
      <code className={classes.pathEcho} dir="ltr" aria-hidden="true">
        {markedParts(text, mistakes).map(({ start, part, isWrong }) =>
          isWrong ? <mark key={start}>{part}</mark> : part,
        )}
      </code>
      {mistakes.map((mistake) => {
        const { code, index, length } = mistake
        return (
          <Button
            key={`${code} ${index}`}
            className={classes.pathMistake}
            variant="link"
            onClick={() => onShow(mistake)}
          >
            {line({ text: text.slice(index, index + length), error: errors[code] })}
          </Button>
        )
      })}
    </div>
  )
}

interface Part {
  readonly start: number
  readonly part: string
  readonly isWrong: boolean
}

/** Cuts a text where what is right and what is wrong meet; overlapping mistakes are one part. */
function markedParts(text: string, mistakes: readonly PathTemplateError[]): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  const add = (start: number, stop: number, isWrong: boolean) => {
    if (stop > start) parts.push({ start, part: text.slice(start, stop), isWrong })
  }
  for (const { index, length } of mistakes) {
    add(end, index, false)
    add(Math.max(end, index), index + length, true)
    end = Math.max(end, index + length)
  }
  add(end, text.length, false)
  return parts
}

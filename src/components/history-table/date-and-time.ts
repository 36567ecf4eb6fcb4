/** An instant in words, cut where a line may end. Put together, the three are the whole text. */
export interface DateAndTime {
  /** What stands first: in most languages the date. */
  readonly first: string
  /** The comma and the space that a line's end makes needless. */
  readonly between: string
  /** What stands second. */
  readonly second: string
}

/**
 * Finds the time in an instant's words, so that each half keeps to a line of its own. The halves are
 * looked for, not formatted, because a host may have replaced either format.
 *
 * @returns `null` where the words do not begin or end with the time.
 */
export function dateAndTime(dateTime: string, time: string): DateAndTime | null {
  if (time === '' || time === dateTime) return null
  if (dateTime.endsWith(time)) {
    const first = dateTime.slice(0, -time.length).replace(/[\s,،、]+$/, '')
    return first === '' ? null : cut(dateTime, first, time)
  }
  if (!dateTime.startsWith(time)) return null
  const second = dateTime.slice(time.length).replace(/^[\s,،、]+/, '')
  return second === '' ? null : cut(dateTime, time, second)
}

function cut(text: string, first: string, second: string): DateAndTime {
  return { first, between: text.slice(first.length, -second.length), second }
}

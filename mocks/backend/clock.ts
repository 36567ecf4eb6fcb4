/** Tells the present instant. */
export interface Clock {
  /** The present instant in epoch milliseconds. */
  now(): number
}

/** A clock that a test or a demo can move. */
export interface ManualClock extends Clock {
  /** Moves the clock by so many milliseconds; negative goes back. */
  advance(ms: number): void
  /** Puts the clock at an instant: ISO 8601 text with an offset, or epoch milliseconds. */
  set(instant: string | number): void
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/**
 * Makes a clock that stands still until it is moved.
 *
 * @param startIso - The first instant, ISO 8601 with an offset.
 */
export function createManualClock(startIso: string): ManualClock {
  let current = parseInstant(startIso)
  return {
    now: () => current,
    advance: (ms) => {
      current += ms
    },
    set: (instant) => {
      current = parseInstant(instant)
    },
  }
}

/**
 * Makes a clock that runs with another one, at a distance that can be changed. A manual clock below
 * is moved itself, so that both handles show the same time.
 */
export function createShiftedClock(source: Clock): ManualClock & { reset(): void } {
  if (isManualClock(source)) {
    const start = source.now()
    return {
      now: source.now,
      advance: source.advance,
      set: source.set,
      reset: () => source.set(start),
    }
  }
  let shift = 0
  return {
    now: () => source.now() + shift,
    advance: (ms) => {
      shift += ms
    },
    set: (instant) => {
      shift = parseInstant(instant) - source.now()
    },
    reset: () => {
      shift = 0
    },
  }
}

function isManualClock(clock: Clock): clock is ManualClock {
  return 'advance' in clock && 'set' in clock
}

/**
 * Reads an instant.
 *
 * @throws {Error} When the text is no instant, or has no offset and so depends on the machine's zone.
 */
export function parseInstant(instant: string | number): number {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  const hasZone = typeof instant === 'number' || /(?:Z|[+-]\d\d:?\d\d)$/.test(instant)
  if (Number.isFinite(ms) && hasZone) return ms
  throw new Error(
    `[react-export-jobs] "${instant}" is not an instant, so the mock backend cannot place it in time. ` +
      'Give ISO 8601 text with an offset, such as 2026-11-23T09:00:00Z.',
  )
}

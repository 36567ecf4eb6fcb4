/** The instant at which the clocks of all stories stand. */
export const STORY_TIME = '2026-11-23T09:00:00.000Z'

/**
 * Stops the page's clock, so that a story looks the same on every day. Timers run on.
 *
 * @returns A function that lets it go again.
 */
export function stopClock(): () => void {
  const { now } = Date
  Date.now = () => Date.parse(STORY_TIME)
  return () => {
    Date.now = now
  }
}

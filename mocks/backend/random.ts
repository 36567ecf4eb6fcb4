/** A stream of numbers that is the same for the same seed. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number
  /** A whole number from `min` to `max`, both inclusive. */
  integer(min: number, max: number): number
  /** One member of a list that is not empty. */
  pick<Item>(list: readonly [Item, ...Item[]]): Item
  /** A log-normal number: half of them lie below `median`; `sigma` is the spread of the logarithm. */
  logNormal(median: number, sigma: number): number
}

/**
 * Makes a stream of random numbers (mulberry32) from a text.
 *
 * Name what the numbers are for in the seed, as in `${seed}/${jobId}/rows`: then no draw depends on
 * how many others were made before.
 */
export function createRandom(seed: string): Random {
  let state = hashText(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    logNormal: (median, sigma) => {
      // Box-Muller; 1 - next() is never 0, so the logarithm is finite.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return median * Math.exp(sigma * normal)
    },
  }
}

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

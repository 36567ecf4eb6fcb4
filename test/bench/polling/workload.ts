import { logNormal, type Random, standardNormal } from './random.js'

/** One job of the simulation. Durations in milliseconds from the request on. */
export interface SimulatedJob {
  /** From the request to the end. */
  readonly durationMs: number
  /** Time in the queue, part of the duration. */
  readonly queuedMs: number
  /** How the backend reports progress, or `null` when it reports none. */
  readonly progress: ProgressReport | null
}

/** How far a backend's progress is from the truth. */
interface ProgressReport {
  /** Share of the working time after which it says 100 % while the file is still being packed. */
  readonly packsFrom: number
  /** Above 1 the job looks slow at first, below 1 it looks fast at first. */
  readonly bend: number
  /** Progress moves in steps of this share. */
  readonly step: number
  /** Error of the rows' estimate, as a factor on what is reported. */
  readonly estimateError: number
  /** Size and phase of the pace's wobble. */
  readonly wobble: number
  readonly wobblePhase: number
}

interface DurationClass {
  readonly weight: number
  readonly medianMs: number
  readonly sigma: number
}

/** Half of the jobs take seconds, a third a minute, the rest many minutes. */
const DURATIONS: readonly DurationClass[] = [
  { weight: 0.5, medianMs: 8_000, sigma: 0.6 },
  { weight: 0.35, medianMs: 60_000, sigma: 0.7 },
  { weight: 0.15, medianMs: 720_000, sigma: 0.8 },
]

/** Draws a job as they are requested. */
export function drawJob(random: Random, reportsProgress: boolean): SimulatedJob {
  const { medianMs, sigma } = pick(DURATIONS, random, ({ weight }) => weight)
  return jobOf(logNormal(random, medianMs, sigma), random, reportsProgress)
}

/**
 * Draws a job as they are found running at some instant, and its age at that instant: the longer a
 * job takes, the likelier it is to be found.
 */
export function drawRunningJob(random: Random): { job: SimulatedJob; ageMs: number } {
  const found = pick(DURATIONS, random, ({ weight, medianMs, sigma }) => {
    return weight * medianMs * Math.exp(sigma ** 2 / 2)
  })
  const durationMs = logNormal(random, found.medianMs * Math.exp(found.sigma ** 2), found.sigma)
  return { job: jobOf(durationMs, random, false), ageMs: durationMs * random() }
}

/** What the backend reports as progress at an age, from 0 to 1. */
export function reportedProgress(job: SimulatedJob, ageMs: number): number | null {
  const { progress, queuedMs, durationMs } = job
  if (progress === null || ageMs < queuedMs) return null
  const worked = (ageMs - queuedMs) / (durationMs - queuedMs) / progress.packsFrom
  const bent = Math.min(1, worked) ** progress.bend
  const wobbling = bent + progress.wobble * Math.sin(12 * bent + progress.wobblePhase) * (1 - bent)
  const estimated = wobbling * progress.estimateError
  const stepped = Math.floor(estimated / progress.step) * progress.step
  return Math.min(1, Math.max(0, stepped))
}

function jobOf(durationMs: number, random: Random, reportsProgress: boolean): SimulatedJob {
  const queuedMs = durationMs * 0.2 * random()
  // Drawn for every job, so that the durations are the same with and without progress.
  const progress = {
    packsFrom: 1 - 0.1 * random(),
    bend: Math.exp(0.25 * standardNormal(random)),
    step: pick([0.01, 0.05, 0.1], random, () => 1),
    estimateError: Math.exp(0.1 * standardNormal(random)),
    wobble: 0.04 * random(),
    wobblePhase: 2 * Math.PI * random(),
  }
  return { durationMs, queuedMs, progress: reportsProgress ? progress : null }
}

function pick<Item>(
  items: readonly Item[],
  random: Random,
  weightOf: (item: Item) => number,
): Item {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0)
  let rest = random() * total
  for (const item of items) {
    rest -= weightOf(item)
    if (rest < 0) return item
  }
  throw new Error('Nothing to pick from.')
}

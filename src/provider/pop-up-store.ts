import type { ActionRefusal } from '../core/actions.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, JobAction } from '../core/job.js'

/** An offer to take something back before it is sent. */
export interface UndoOffer {
  /** Takes it back. */
  readonly undo: () => void
  /** Sends it now. */
  readonly sendNow: () => void
  /** Stops the time while the person looks at the offer, and lets it begin anew. */
  readonly hold: (isHeld: boolean) => void
}

/**
 * One pop-up: a refused action ("Failed to download"), or one that was done, with the offer to take
 * it back where that is still possible. Source: W6, M14.
 */
export interface PopUp {
  /** Unique within the page. */
  readonly id: number
  /** The job whose file was asked for. */
  readonly job: ExportJob
  /** Which of the job's files, where it was one of several. */
  readonly fileId?: string
  /** Why the library did not ask for the file, or `null` when the backend refused it. */
  readonly refusal: ActionRefusal | null
  /** The backend's words for the refusal, shown as text, or `null`. */
  readonly reason: string | null
  /** The backend's refusal, or `null` when the library did not ask. */
  readonly error: ExportJobsError | null
  /** What was asked for. Default `download`. */
  readonly action?: JobAction
  /** How many jobs were done; left out for a refusal. */
  readonly doneCount?: number
  /** What is told of a download that was done, instead of how many. */
  readonly news?: 'saved' | 'savedInstead'
  /** The offer to take it back; its time is its own. */
  readonly undo?: UndoOffer
}

/** The pop-ups of one owner below one provider, shown by the first outlet that is mounted. */
export interface PopUpStore {
  /**
   * Shows one more. An older one of the same file gives way, even while it is held: its news is old. Of
   * more than three the oldest goes that is neither held nor an offer to take something back.
   *
   * @returns Its id.
   */
  show(popUp: Omit<PopUp, 'id'>): number
  /** Tells that the person is looking at one, or has stopped. */
  hold(id: number, isHeld: boolean): void
  /** Takes one away. */
  dismiss(id: number): void
  /** The pop-ups, oldest first, for the given outlet; empty for all outlets but the first. */
  read(outlet: object): readonly PopUp[]
  /** Announces an outlet and listens for changes. */
  attach(outlet: object, listener: () => void): () => void
}

const NONE: readonly PopUp[] = []
const MOST = 3

/** Makes an empty store. */
export function createPopUpStore(): PopUpStore {
  const outlets = new Map<object, () => void>()
  const held = new Set<number>()
  let popUps = NONE
  let nextId = 1

  function replace(next: readonly PopUp[]): void {
    popUps = next
    for (const listener of outlets.values()) listener()
  }

  return {
    show(popUp) {
      const others = popUps.filter((other) => isOffer(other) || !isSameFile(other, popUp))
      const excess = Math.max(0, others.length + 1 - MOST)
      const free = others.filter((other) => !isOffer(other) && !held.has(other.id))
      const leaving = free.slice(0, excess)
      const id = nextId++
      replace([...others.filter((other) => !leaving.includes(other)), { ...popUp, id }])
      return id
    },
    hold(id, isHeld) {
      if (isHeld) held.add(id)
      else held.delete(id)
    },
    dismiss(id) {
      held.delete(id)
      replace(popUps.filter((popUp) => popUp.id !== id))
    },
    read: (outlet) => (outlets.keys().next().value === outlet ? popUps : NONE),
    attach(outlet, listener) {
      outlets.set(outlet, listener)
      replace(popUps)
      return () => {
        // nobody looks at what is not there, and nobody will say so
        if (outlets.keys().next().value === outlet) held.clear()
        outlets.delete(outlet)
        replace(popUps)
      }
    },
  }
}

function isOffer({ undo }: PopUp): boolean {
  return undo !== undefined
}

function isSameFile(one: PopUp, other: Omit<PopUp, 'id'>): boolean {
  return one.job.id === other.job.id && one.fileId === other.fileId
}

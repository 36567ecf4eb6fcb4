import type { ActionRefusal } from '../core/actions.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'

/** One "Failed to download" pop-up. Source: W6, M14. */
export interface PopUp {
  /** Unique within the page. */
  readonly id: number
  /** The job whose file was asked for. */
  readonly job: ExportJob
  /** Why the library did not ask for the file, or `null` when the backend refused it. */
  readonly refusal: ActionRefusal | null
  /** The backend's words for the refusal, shown as text, or `null`. */
  readonly reason: string | null
  /** The backend's refusal, or `null` when the library did not ask. */
  readonly error: ExportJobsError | null
}

/** The pop-ups of one provider, shown by the first outlet that is mounted. */
export interface PopUpStore {
  /** Shows one more; an older one of the same job gives way. */
  show(popUp: Omit<PopUp, 'id'>): void
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
  let popUps = NONE
  let nextId = 1

  function replace(next: readonly PopUp[]): void {
    popUps = next
    for (const listener of outlets.values()) listener()
  }

  return {
    show(popUp) {
      const others = popUps.filter(({ job }) => job.id !== popUp.job.id)
      replace([...others, { ...popUp, id: nextId++ }].slice(-MOST))
    },
    dismiss(id) {
      replace(popUps.filter((popUp) => popUp.id !== id))
    },
    read: (outlet) => (outlets.keys().next().value === outlet ? popUps : NONE),
    attach(outlet, listener) {
      outlets.set(outlet, listener)
      replace(popUps)
      return () => {
        outlets.delete(outlet)
        replace(popUps)
      }
    },
  }
}

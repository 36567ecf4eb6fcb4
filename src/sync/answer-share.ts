import type { ExportJobsError, ExportJobsErrorCode } from '../core/errors.js'
import type { ExportJob } from '../core/job.js'
import type { JobPage } from '../core/list-query.js'
import type { Tabs } from './tabs.js'

/** An answer that windows hand on. Grants are none: a signed link stays where it was asked for. */
export type SharedAnswer = JobPage | ExportJob

/** What another window's look has come to. */
export type AnswerEvent =
  /** It brought an answer. The window may run another version, so check the shape. */
  | { readonly queryHash: string; readonly data: unknown }
  /** It failed. */
  | {
      readonly queryHash: string
      readonly failure: {
        readonly code: ExportJobsErrorCode
        readonly retryAfterMs: number | null
      }
    }

/** Lets several windows that show the same query ask once. */
export interface AnswerShare {
  /**
   * Asks whether this window may ask the backend now; call it when a plan step is due.
   *
   * @returns `true` at once where this window asks for all, or as soon as the window that did is gone;
   *   `false` when another window's look has come to an end (its outcome was told first), when a later
   *   claim took its place, and where the page is hidden.
   */
  claim(queryHash: string): Promise<boolean>
  /** Hands an answer to the other windows. */
  publish(queryHash: string, data: SharedAnswer): void
  /** Tells the other windows that a look failed, so that they wait as long as this one must. */
  publishFailure(queryHash: string, error: ExportJobsError): void
  /**
   * Hears what other windows' looks have come to. Windows share only while they listen.
   *
   * @returns A function that stops listening.
   */
  onAnswer(listener: (event: AnswerEvent) => void): () => void
  /** Lets another window ask: this one has ended its watch or has nothing to look at. */
  release(queryHash: string): void
}

/** What {@link createAnswerShare} runs on. */
export interface AnswerShareOptions {
  /** What the owner's windows share. */
  readonly tabs: Pick<Tabs, 'lock' | 'channel'>
  /** The page; a hidden one lets go of everything. */
  readonly environment: {
    /** Whether a person can see the page. */
    isVisible(): boolean
    /** Listens for changes of it. */
    subscribe(listener: () => void): () => void
  }
}

interface Turn {
  isMine: boolean
  letGo: () => void
  answer: (mayAsk: boolean) => void
  patience?: ReturnType<typeof setTimeout>
}

/** A window that asks for all but has not been heard of for so long hangs; another takes over. */
const PATIENCE_MS = 60_000

/** Makes a share for one owner's windows; opens nothing until it is used. */
export function createAnswerShare({ tabs, environment }: AnswerShareOptions): AnswerShare {
  const { lock, channel } = tabs
  const turns = new Map<string, Turn>()
  const listeners = new Set<(event: AnswerEvent) => void>()
  let stopListening = () => {}

  function take(queryHash: string, turn: Turn, steal: boolean): void {
    turn.letGo()
    turn.letGo = lock.hold(`react-export-jobs:ask:${queryHash}`, {
      steal,
      onHeld() {
        turn.isMine = true
        settle(turn, true)
      },
      onLost() {
        turn.isMine = false
        take(queryHash, turn, false)
      },
    })
  }

  function settle(turn: Turn, mayAsk: boolean): void {
    clearTimeout(turn.patience)
    turn.answer(mayAsk)
  }

  function release(queryHash: string): void {
    const turn = turns.get(queryHash)
    if (turn === undefined) return
    turns.delete(queryHash)
    turn.letGo()
    settle(turn, false)
  }

  function onMessage(message: unknown): void {
    if (!isAnswerEvent(message)) return
    for (const listener of listeners) listener(message)
    const turn = turns.get(message.queryHash)
    if (turn !== undefined) settle(turn, false)
  }

  function listen(): void {
    const stopChannel = channel.subscribe(onMessage)
    const stopPage = environment.subscribe(() => {
      if (!environment.isVisible()) for (const queryHash of [...turns.keys()]) release(queryHash)
    })
    stopListening = () => {
      stopChannel()
      stopPage()
      for (const queryHash of [...turns.keys()]) release(queryHash)
    }
  }

  return {
    claim(queryHash) {
      if (!environment.isVisible()) return Promise.resolve(false)
      const known = turns.get(queryHash)
      if (known?.isMine) return Promise.resolve(true)
      const turn = known ?? { isMine: false, letGo: () => {}, answer: () => {} }
      settle(turn, false)
      turns.set(queryHash, turn)
      return new Promise((resolve) => {
        turn.answer = resolve
        turn.patience = setTimeout(take, PATIENCE_MS, queryHash, turn, true)
        if (known === undefined) take(queryHash, turn, false)
      })
    },
    publish(queryHash, data) {
      // The types let no grant through; a host's own client may have put one where a job belongs.
      if (!('url' in data)) channel.post({ queryHash, data })
    },
    publishFailure(queryHash, { code, retryAfterMs }) {
      channel.post({ queryHash, failure: { code, retryAfterMs } })
    },
    onAnswer(listener) {
      if (listeners.size === 0) listen()
      listeners.add(listener)
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stopListening()
      }
    },
    release,
  }
}

function isAnswerEvent(message: unknown): message is AnswerEvent {
  return typeof message === 'object' && message !== null && 'queryHash' in message
}

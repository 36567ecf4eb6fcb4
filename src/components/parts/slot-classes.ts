import { useMemo } from 'react'
import { useStableValue } from '../../internal/use-stable.js'

/** A host's own class names, by slot; added to the library's. */
export type SlotClassNames<Slot extends string> = Readonly<Partial<Record<Slot, string>>>

/** The class of every slot of a component. */
export type SlotClasses<Slot extends string> = Readonly<Record<Slot, string>>

/** The part contract: the slot `headerCell` has the class `ej-header-cell`. */
export function slotClass(slot: string): string {
  return `ej-${slot.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * Gives every slot its class, with the host's own after it. Keeps its identity while the names are the
 * same.
 *
 * @param slots - The component's slots; a constant list.
 */
export function useSlotClasses<Slot extends string>(
  slots: readonly Slot[],
  classNames: SlotClassNames<Slot> | undefined,
): SlotClasses<Slot> {
  const own = useStableValue(classNames)
  return useMemo(() => {
    const classes = {} as Record<Slot, string>
    for (const slot of slots) {
      const added = own?.[slot]
      classes[slot] = added === undefined ? slotClass(slot) : `${slotClass(slot)} ${added}`
    }
    return classes
  }, [slots, own])
}

import { type ReactNode, useState } from 'react'
import type { UseExportRequestFormResult } from '../../hooks/useExportRequestForm.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import type { RequestFormSlot } from './slots.js'
import { useRequestUi } from './useRequestUi.js'

/** Props of {@link SavedSettings}. */
export interface SavedSettingsProps {
  /** The form as a whole. */
  readonly request: UseExportRequestFormResult
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/** The settings that a person keeps under names: to fill in, to keep, to forget. */
export function SavedSettings({ request, classes }: SavedSettingsProps): ReactNode {
  const { form: words } = useRequestUi().words
  const [name, setName] = useState('')
  const { form, presets } = request
  const keep = () => {
    if (name.trim() === '') return
    form.savePreset(name.trim())
    setName('')
  }
  return (
    <Popover
      trigger={
        <>
          {words.settings}
          <Icon name="down" />
        </>
      }
      isActive={false}
      label={words.settings}
    >
      {(close) => (
        <div className={classes.settingsPanel}>
          {presets.map((preset) => (
            <div key={preset.name} className={classes.settingsRow}>
              <Button
                variant="quiet"
                onClick={() => {
                  form.applyPreset(preset.name)
                  close()
                }}
              >
                {preset.name}
              </Button>
              <Button
                variant="icon"
                aria-label={words.deleteSettings({ name: preset.name })}
                onClick={() => form.deletePreset(preset.name)}
              >
                <Icon name="close" />
              </Button>
            </div>
          ))}
          <div className={classes.settingsRow}>
            <input
              type="text"
              className={classes.fieldInput}
              aria-label={words.settingsName}
              placeholder={words.settingsName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                // it must not send the form around it
                event.preventDefault()
                keep()
              }}
            />
            <Button aria-disabled={name.trim() === '' || undefined} onClick={keep}>
              {words.saveSettings}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}

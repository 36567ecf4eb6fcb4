import { useState } from 'react'

const NEXT = { 'light dark': 'dark', dark: 'light', light: 'light dark' } as const
const WORDS = { 'light dark': 'System', dark: 'Dark', light: 'Light' } as const

/** Changes the page's colour scheme, which the library's colours follow. */
export function ThemeSwitch() {
  const [scheme, setScheme] = useState<keyof typeof NEXT>('light dark')
  const change = () => {
    const next = NEXT[scheme]
    document.documentElement.style.colorScheme = next
    setScheme(next)
  }
  return (
    <button type="button" className="app-button" onClick={change}>
      Theme: {WORDS[scheme]}
    </button>
  )
}

import { useState } from 'react'

const NEXT = { system: 'dark', dark: 'light', light: 'system' } as const
const WORDS = { system: 'System', dark: 'Dark', light: 'Light' } as const

/** Changes the page's colour scheme (see `demo.css`), which the library's colours follow. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<keyof typeof NEXT>('system')
  const change = () => {
    const next = NEXT[theme]
    document.documentElement.dataset.theme = next
    setTheme(next)
  }
  return (
    <button type="button" className="app-button" onClick={change}>
      Theme: {WORDS[theme]}
    </button>
  )
}

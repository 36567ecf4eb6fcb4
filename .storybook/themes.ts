/// <reference types="vite/client" />
import highContrast from './high-contrast.css?inline'

/** One choice of the theme toolbar. */
interface StoryTheme {
  /** What the toolbar calls it. */
  readonly title: string
  /** The colour scheme of the host's page. */
  readonly scheme: 'light' | 'dark'
  /** The host's own sheet, after ours. */
  readonly css?: string
  /** The class of the host's page that its sheet hangs on. */
  readonly className?: string
}

/** The example themes of whole hosts, by the file that each stands in. */
const examples = import.meta.glob<string>('../examples/themes/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
})

const hosts: Readonly<Record<string, StoryTheme>> = Object.fromEntries(
  Object.entries(examples).flatMap(([path, css]) => {
    const name = path.replace(/^.*\/|\.css$/g, '')
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`
    const className = `theme-${name}`
    return [
      [name, { title, scheme: 'light', css, className }],
      [`${name}-dark`, { title: `${title}, dark`, scheme: 'dark', css, className }],
    ]
  }),
)

/** The themes that a story can be painted in, by the toolbar's value. */
export const THEMES: Readonly<Record<string, StoryTheme>> = {
  light: { title: 'Light', scheme: 'light' },
  dark: { title: 'Dark', scheme: 'dark' },
  contrast: { title: 'High contrast', scheme: 'light', css: highContrast },
  'contrast-dark': { title: 'High contrast, dark', scheme: 'dark', css: highContrast },
  ...hosts,
}

/** The theme of that name, or the light one. */
export function themeOf(name: string): StoryTheme {
  return THEMES[name] ?? { title: name, scheme: 'light' }
}

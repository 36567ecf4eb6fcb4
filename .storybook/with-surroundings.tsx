import type { Decorator } from '@storybook/react-vite'
import { themeOf } from './themes.js'
import './surroundings.css'

/** What the toolbar sets, or the story for itself. */
interface Surroundings {
  readonly theme?: string
  readonly locale?: string
  /** `auto` follows the language. */
  readonly direction?: 'auto' | 'ltr' | 'rtl'
  readonly density?: 'comfortable' | 'compact'
  /** `full`, or a CSS length. */
  readonly width?: string
  /** What the mock backend holds. */
  readonly scenario?: string
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/

/** Draws the host around a story: its colours, language, direction and the width it leaves. */
export const withSurroundings: Decorator = (Story, { globals, viewMode }) => {
  const {
    theme = 'light',
    locale = 'en',
    direction = 'auto',
    width = 'full',
    scenario,
  }: Surroundings = globals
  const { scheme, css, className = '' } = themeOf(theme)
  const languageDirection = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr'
  return (
    <div
      dir={direction === 'auto' ? languageDirection : direction}
      lang={locale}
      className={`story-surroundings ${className}`.trimEnd()}
      data-theme={scheme}
      data-view={viewMode}
      style={{ maxInlineSize: width === 'full' ? undefined : width }}
    >
      {css !== undefined && <style>{css}</style>}
      {/* another backend's answers are asked for anew */}
      <Story key={scenario} />
    </div>
  )
}

/** Passes the toolbar's density to components that have one, unless the story has chosen. */
export const withDensity: Decorator = (Story, { globals, args, argTypes }) => {
  const { density = 'comfortable' }: Surroundings = globals
  if (density === 'comfortable') return <Story />
  if ('density' in argTypes) return <Story args={{ ...args, density: args.density ?? density }} />
  const { table = {} }: { readonly table?: object } = args
  if ('table' in argTypes) return <Story args={{ ...args, table: { density, ...table } }} />
  return <Story />
}

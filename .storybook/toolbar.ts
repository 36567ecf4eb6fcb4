import type { Preview } from '@storybook/react-vite'
import { SCENARIOS } from 'react-export-jobs/mocks'
import { THEMES } from './themes.js'

/** English with words two fifths longer: what a layout has to bear before it is translated. */
const LONGER_WORDS = 'en-XA'

const LANGUAGES = ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar', LONGER_WORDS]

/** What the toolbar sets before anybody has touched it. */
export const initialGlobals = {
  theme: 'light',
  locale: 'en',
  direction: 'auto',
  density: 'comfortable',
  width: 'full',
  scenario: 'own',
} as const

/** The choices above every story. Stories may set them for themselves in `globals`. */
export const globalTypes: Preview['globalTypes'] = {
  theme: {
    description: 'Colour scheme, or a whole theme of a host',
    toolbar: {
      title: 'Theme',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: Object.entries(THEMES).map(([value, { title }]) => ({ value, title })),
    },
  },
  locale: {
    description: 'Language of words, dates and numbers',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: LANGUAGES.map((tag) => ({ value: tag, title: nameOf(tag), right: tag })),
    },
  },
  direction: {
    description: 'Writing direction',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'As the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  density: {
    description: 'Room of a row, in stories of tables',
    toolbar: {
      title: 'Density',
      icon: 'menu',
      dynamicTitle: true,
      items: [
        { value: 'comfortable', title: 'Comfortable' },
        { value: 'compact', title: 'Compact' },
      ],
    },
  },
  width: {
    description: "Width of the host's container",
    toolbar: {
      title: 'Width',
      icon: 'grow',
      dynamicTitle: true,
      items: [
        { value: 'full', title: 'Full width' },
        { value: '60rem', title: '960 px' },
        { value: '40rem', title: '640 px' },
        { value: '22rem', title: '352 px' },
        { value: '20rem', title: '320 px' },
      ],
    },
  },
  scenario: {
    description: 'What the mock backend holds, in place of what the story has put there',
    toolbar: {
      title: 'Backend',
      icon: 'database',
      dynamicTitle: true,
      items: [
        { value: 'own', title: "The story's own backend" },
        ...Object.keys(SCENARIOS).map((value) => ({ value, title: inWords(value) })),
      ],
    },
  },
}

/** `slowQueue` as "Slow queue". */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A language by the name that its own speakers give it. */
function nameOf(tag: string): string {
  if (tag === LONGER_WORDS) return 'Longer words'
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
}

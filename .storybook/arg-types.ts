import type { ArgTypesEnhancer } from 'storybook/internal/types'
import tokensSheet from '../src/styles/tokens.css?raw'

/** A custom property of the stylesheet, as it is written at the top of it. */
interface Token {
  readonly name: string
  /** What it paints. */
  readonly description: string
  readonly value: string
}

const DECLARATION = /\/\*\s*([^*]+?)\s*\*\/\s*(--ej-[\w-]+):\s*([^;]+);/g

/** Every base token with what it paints, read from the stylesheet itself. */
export function readTokens(sheet: string): readonly Token[] {
  return [...sheet.matchAll(DECLARATION)].map(
    ([, description = '', name = '', value = '']): Token => ({
      name,
      description,
      value: value.replace(/\s+/g, ' ').trim(),
    }),
  )
}

/** Gives a story that asks for them (`parameters.tokenControls`) a control for each token. */
export const addTokenControls: ArgTypesEnhancer = ({ argTypes, parameters }) => {
  if (parameters.tokenControls !== true) return argTypes
  const controls = readTokens(tokensSheet).map(({ name, description, value }) => [
    name,
    {
      name,
      description,
      control: { type: name.startsWith('--ej-color-') ? 'color' : 'text' },
      table: {
        category: name.startsWith('--ej-color-') ? 'Colours' : 'Measures',
        defaultValue: { summary: value },
      },
    },
  ])
  return { ...argTypes, ...Object.fromEntries(controls) }
}

/** Our papers' row numbers are for those who change a component, not for those who use it. */
const SOURCE = /\s*Source: .*$/s

/** A docstring as the pages show it. */
export function withoutSource(docstring: string): string {
  return docstring.replace(SOURCE, '')
}

/** Leaves the sources out of every control's description. */
export const leaveOutSources: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [
      name,
      argType.description === undefined
        ? argType
        : { ...argType, description: withoutSource(argType.description) },
    ]),
  )

import { Markdown } from '@storybook/addon-docs/blocks'
import { membersOf } from './members-of.js'

const sources = Object.values(
  import.meta.glob<string>(
    [
      '../src/{hooks,forms,notices}/*.ts',
      '../src/core/{actions,calm-order,list-access}.ts',
      '../src/components/useExportJobsUi.ts',
      '../src/provider/export-jobs-context.ts',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
)

interface MembersOfProps {
  /** The name of an exported interface, such as `UseExportJobsOptions`. */
  readonly type: string
}

/** A table of an interface's members in the words of its own docstrings, so that it is never old. */
export function MembersOf({ type }: MembersOfProps) {
  const rows = membersOf(type, sources).map(
    ({ name, isOptional, text, doc }) =>
      `| **${name}**${isOptional ? ' *(optional)*' : ''} | ${code(text)} | ${cell(doc)} |`,
  )
  return (
    <Markdown>{['| name | type | what it is |', '|---|---|---|', ...rows].join('\n')}</Markdown>
  )
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${cell(text)}\``
}

import reboot from '../fixtures/host-sheets/bootstrap-reboot.css?raw'
import elements from '../fixtures/host-sheets/elements.css?raw'
import normalize from '../fixtures/host-sheets/normalize.css?raw'
import preflight from '../fixtures/host-sheets/preflight.css?raw'

/** What a host's page may bring along. */
export interface HostSheet {
  readonly name: string
  readonly css: string
  /** Whether the host keeps its rules in layers, and so takes our sheet in a layer too. */
  readonly isLayered?: boolean
}

/** As Tailwind compiles it: its own function gives the theme's variable, or what stands after it. */
const compiled = preflight.replaceAll('--theme(', 'var(')

/** The sheets of hosts under which every part has to look as on a bare page. */
export const HOST_SHEETS: readonly HostSheet[] = [
  { name: 'Tailwind 4 preflight', css: compiled },
  { name: 'Tailwind 4 preflight in its layer', css: `@layer base {${compiled}}`, isLayered: true },
  { name: 'Bootstrap 5 reboot', css: reboot },
  { name: 'normalize', css: normalize },
  {
    name: 'a reset of everything',
    css: '* { margin: 0; padding: 0; box-sizing: content-box }',
  },
  { name: 'rules for elements', css: elements },
  {
    name: 'rules for elements in a layer',
    css: `@layer base {${elements}}`,
    isLayered: true,
  },
  { name: "a page's own text", css: 'body { font: italic 300 22px/2 serif; text-align: center }' },
]

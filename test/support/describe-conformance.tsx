import { render } from '@testing-library/react'
import { createRef, type ReactElement, type Ref } from 'react'
import { describe, expect, it } from 'vitest'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'

/** What every component takes for its root. */
export interface RootProps {
  readonly ref: Ref<never>
  readonly className: string
  readonly style: { readonly order: number }
  readonly id: string
  readonly title: string
}

/**
 * Checks that a component hands what a host gives it to its root element.
 *
 * @param create - Makes the component with the given props spread over its own.
 * @param tagName - What it renders.
 */
export function describeConformance(
  name: string,
  tagName: string,
  create: (props: RootProps & { readonly 'data-host': string }) => ReactElement,
): void {
  describe(name, () => {
    it('hands ref, class, style and the rest to its root', () => {
      const ref = createRef<never>()
      const { container } = render(
        <ExportJobsProvider urlState="memory" client={createMemoryClient()}>
          {create({
            ref,
            className: 'host-class',
            style: { order: 7 },
            id: 'host-id',
            title: 'host-title',
            'data-host': 'yes',
          })}
        </ExportJobsProvider>,
      )
      const root = container.firstElementChild
      expect(root?.tagName.toLowerCase()).toBe(tagName)
      expect(ref.current).toBe(root)
      expect(root).toHaveClass('ej-root', 'host-class')
      expect(root).toHaveStyle({ order: '7' })
      expect(root).toHaveAttribute('id', 'host-id')
      expect(root).toHaveAttribute('title', 'host-title')
      expect(root).toHaveAttribute('data-host', 'yes')
    })

    it('says which provider is missing', () => {
      const create_ = () => render(create({ ...EMPTY, 'data-host': '' }))
      expect(create_).toThrow(/is used outside <ExportJobsProvider>/)
    })
  })
}

const EMPTY: RootProps = { ref: null, className: '', style: { order: 0 }, id: '', title: '' }

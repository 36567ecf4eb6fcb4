import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import {
  PathTemplateField,
  type PathTemplateFieldProps,
} from '../../src/components/path-template-field/PathTemplateField.js'
import { renderWithProvider } from '../support/render-with-provider.js'

async function open(props: PathTemplateFieldProps = {}) {
  const view = renderWithProvider(<PathTemplateField {...props} />)
  const input = await screen.findByRole('textbox', { name: 'Folder path template' })
  if (!(input instanceof HTMLInputElement)) throw new Error('It is no input.')
  const preview = () => within(screen.getByRole('region', { name: 'Preview with sample files' }))
  return { ...view, input, preview }
}

const paste = async (user: Awaited<ReturnType<typeof open>>['user'], text: string) => {
  await user.clear(screen.getByRole('textbox'))
  await user.click(screen.getByRole('textbox'))
  await user.paste(text)
}

describe('a path template', () => {
  it('is previewed as the folders and files that it makes of samples', async () => {
    const { user, preview } = await open()
    expect(preview().getByText('000003112442_8492192_1.jpg')).toBeVisible()
    await paste(user, '{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}')
    await waitFor(() => expect(preview().getByText('8492192/')).toBeVisible())
    const folder = preview().getByText('3112598/').closest('li')
    expect(within(folder ?? document.body).getAllByRole('listitem')).toHaveLength(2)
  })

  it('takes a variable where the caret is, and the caret stands behind it', async () => {
    const onValueChange = vi.fn()
    const { user, input } = await open({ defaultValue: 'a/b', onValueChange })
    await user.click(input)
    input.setSelectionRange(2, 2)
    await user.click(screen.getByRole('button', { name: 'Insert a variable' }))
    await user.click(screen.getByRole('button', { name: /^CASE_ID/ }))
    expect(onValueChange).toHaveBeenLastCalledWith('a/{{ CASE_ID }}b')
    expect(input).toHaveFocus()
    expect(input.selectionStart).toBe('a/{{ CASE_ID }}'.length)
  })

  it('offers all eleven variables, each explained', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Insert a variable' }))
    const panel = within(screen.getByRole('dialog', { name: 'Insert a variable' }))
    expect(panel.getAllByRole('button')).toHaveLength(11)
    expect(panel.getByText('Extension with its dot, such as .jpg')).toBeVisible()
  })

  it('tells each mistake, marks its place, and leads to it', async () => {
    const { user, input, container } = await open()
    await paste(user, '{{ NOPE }}/../{{ FILENAME }}')
    expect(input).toBeInvalid()
    expect(input).toHaveAccessibleDescription(/There is no such variable/)
    const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent)
    expect(marks).toEqual(['NOPE', '..'])
    await user.click(screen.getByRole('button', { name: '“..”: A path must not lead upwards.' }))
    expect(input).toHaveFocus()
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe('..')
  })

  it('keeps the preview back while there is a mistake', async () => {
    const { user, preview } = await open()
    await paste(user, '{% if x %}')
    await waitFor(() =>
      expect(
        preview().getByText('The preview comes back when the template has no mistake.'),
      ).toBeVisible(),
    )
  })

  it('warns of files that would overwrite one another', async () => {
    const { user } = await open()
    await paste(user, '{{ WORKFLOW_NAME }}{{ FILE_EXT }}')
    expect(
      await screen.findByText(/3 of these files would have the path Knee study\.jpg/),
    ).toBeVisible()
  })

  it('may be kept by the host', async () => {
    const { user, input } = await open({ value: 'fixed' })
    await user.type(input, 'x')
    expect(input).toHaveValue('fixed')
  })

  it('keeps nobody out', async () => {
    const { user } = await open({ description: 'Leave blank for the usual names.' })
    await paste(user, '{{ NOPE }}')
    await user.click(screen.getByRole('button', { name: 'Insert a variable' }))
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
})

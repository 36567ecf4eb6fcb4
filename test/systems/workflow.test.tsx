import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { strFromU8, unzipSync } from 'fflate'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportJobsClient } from '../../src/core/client.js'
import { WorkflowCsvPage } from '../../stories/systems/WorkflowCsvPage.js'
import { WorkflowZipPage } from '../../stories/systems/WorkflowZipPage.js'
import {
  createWorkflowClient,
  createWorkflowService,
  type WorkflowDelivery,
} from '../../stories/systems/workflow-service.js'
import { watchFrames } from '../support/watch-frames.js'

let frames: ReturnType<typeof watchFrames>
beforeEach(() => {
  frames = watchFrames()
  sessionStorage.clear()
  localStorage.clear()
})
afterEach(() => frames.restore())

const user = userEvent.setup()
const radio = (name: string) => screen.getByRole('radio', { name })
const list = (name: string) => screen.getByRole('combobox', { name })
const press = (name: string) => user.click(screen.getByRole('button', { name }))

async function open(page: (client: ExportJobsClient) => ReactElement) {
  const files = new Map<string, WorkflowDelivery>()
  const service = createWorkflowService({
    makeLink(file) {
      const link = `https://files.example/${files.size}`
      files.set(link, file)
      return link
    },
  })
  const { requests } = service
  render(page(createWorkflowClient(service)))
  await screen.findByRole('form')
  /** The file that the browser was last sent to fetch. */
  const taken = async () => {
    await waitFor(() => expect(frames.sent).toHaveLength(files.size))
    const file = files.get(frames.sent.at(-1) ?? '')
    if (file === undefined) throw new Error('No file was handed over.')
    return file
  }
  const entries = async () => Object.keys(unzipSync((await taken()).bytes))
  return { requests, taken, entries }
}

const openCsv = () => open((client) => <WorkflowCsvPage client={client} />)

async function openZip(what = 'Case files (ZIP)') {
  const page = await open((client) => <WorkflowZipPage client={client} />)
  await user.click(screen.getByRole('radio', { name: what }))
  return page
}

async function write(template: string) {
  const field = screen.getByRole('textbox', { name: 'Folder path template' })
  await user.clear(field)
  await user.click(field)
  await user.paste(template)
  return field
}

describe('the export of a workflow as CSV', () => {
  it('F1: asks for assessments, layout, data source and order, each explained', async () => {
    await openCsv()
    const groups = screen.getAllByRole('group').map((group) => within(group))
    expect(groups).toHaveLength(2)
    for (const name of ['All Assessments', 'Latest Assessments', 'Annotations', 'Files']) {
      expect(radio(name)).toHaveAccessibleDescription(/\w+/)
    }
    expect(radio('Attribute Values and Confidences')).toBeChecked()
    expect(list('Data Source')).toHaveAccessibleDescription(/Leave blank to include all/)
    expect(list('Order')).toHaveAccessibleDescription(/Leave blank to include all/)
    expect(list('Order')).toHaveValue('')
  })

  it('F1: sends what was chosen, and leaves out what is blank', async () => {
    const { requests } = await openCsv()
    await user.click(radio('Latest Assessments'))
    await user.selectOptions(list('Data Source'), 'Archive')
    await press('Export CSV')
    await screen.findByText('The download has started.')
    expect(requests).toEqual([
      {
        reportType: 'workflow',
        fileFormat: 'csv',
        dateRange: null,
        parameters: { assessments: 'latest', layout: 'values', dataSource: 'archive' },
      },
    ])
  })

  it('F2: does not let annotated files be chosen without an order, and says why', async () => {
    const { requests } = await openCsv()
    const annotated = radio('Annotated Files')
    expect(annotated).toHaveAccessibleDescription(/Choose an order first/)
    await user.click(annotated)
    expect(annotated).not.toBeChecked()
    await user.selectOptions(list('Order'), '8492192')
    await user.click(annotated)
    // the order is taken back, so that the choice no longer stands
    await user.selectOptions(list('Order'), 'Not chosen')
    await press('Export Annotated Case Files')
    expect(screen.getByRole('group', { name: /have to be mended/ })).toBeVisible()
    expect(requests).toEqual([])
  })

  it('F3: hands CSV over at once', async () => {
    const { taken } = await openCsv()
    expect(screen.getByText('The file is downloaded at once.')).toBeVisible()
    await press('Export CSV')
    const { filename, bytes } = await taken()
    expect(filename).toBe('results.csv')
    expect(strFromU8(bytes)).toContain('K7QF2,1')
  })

  it('F3: hands case files over as a ZIP, and asks for no assessments then', async () => {
    const { requests, entries } = await openCsv()
    await user.click(radio('Files'))
    expect(screen.queryByRole('radio', { name: 'All Assessments' })).toBeNull()
    await press('Download Files')
    expect(await entries()).toHaveLength(3)
    expect(requests[0]).toMatchObject({ fileFormat: 'zip', parameters: { layout: 'files' } })
  })

  it('F3: says that annotated files are e-mailed, before and after', async () => {
    await openCsv()
    await user.selectOptions(list('Order'), 'Re-read')
    await user.click(radio('Annotated Files'))
    expect(screen.getByText(/You get an e-mail with a link when it is ready/)).toBeVisible()
    await press('Export Annotated Case Files')
    expect(
      await screen.findByText('The export has started. You get an e-mail when it is ready.'),
    ).toBeVisible()
  })
})

describe('the export of a workflow’s files as a ZIP', () => {
  it('F4: puts the files where the template says', async () => {
    const { entries } = await openZip()
    await write('{{ WORKFLOW_ORDER_NAME }}/{{ CASE_EXTERNAL_ID }}/{{ FILENAME }}')
    await press('Download Files')
    expect(await entries()).toEqual([
      '8492192/3112442/000003112442_8492192_1.jpg',
      '8492192/3112442/000003112442_8492192_2.png',
      'Re-read/M2XB9/0000000M2XB9_Re-read_1.png',
    ])
  })

  it.each([
    ['{% if x %}{{ FILENAME }}', 'Tags cannot be used here.'],
    ['{{ FILENAME | upcase }}', 'Filters cannot be used here.'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax that is refused
    ['${TOKEN}', 'Write {{ NAME }} for a variable.'],
    ['{{ NOPE }}', 'There is no such variable.'],
    ['{{ }}', 'A variable is missing between the braces.'],
    ['{{ FILENAME', 'The braces are not closed.'],
    ['a/', 'A file name is missing after the slash.'],
    ['/a', 'A path must not begin at the root, a drive or a server.'],
    ['../a', 'A path must not lead upwards.'],
  ])('F5: refuses %s at its place', async (template, words) => {
    const { requests } = await openZip()
    const field = await write(template)
    expect(field).toHaveAccessibleDescription(expect.stringContaining(words))
    await press('Download Files')
    expect(field).toHaveFocus()
    expect(requests).toEqual([])
  })

  it('F5: shows the folders on sample files while the template is typed', async () => {
    await openZip()
    await write('{{ CASE_ID }}/{{ FILE_COUNT }}{{ FILE_EXT }}')
    const preview = within(screen.getByRole('region', { name: 'Preview with sample files' }))
    expect(await preview.findByText('90211/')).toBeVisible()
    expect(preview.getByText('3.pdf')).toBeVisible()
  })

  it('F6: puts all files at the root under their usual names without a template', async () => {
    const { entries, requests } = await openZip()
    await press('Download Files')
    expect(await entries()).toEqual([
      '000003112442_8492192_1.jpg',
      '000003112442_8492192_2.png',
      '0000000M2XB9_Re-read_1.png',
    ])
    expect(requests[0]?.parameters).toEqual({})
  })

  it('F7: limits the export to a chosen order', async () => {
    const { entries } = await openZip()
    await user.selectOptions(list('Workflow order'), 'Re-read')
    await press('Download Files')
    expect(await entries()).toEqual(['0000000M2XB9_Re-read_1.png'])
  })

  it('F2: cannot send annotated files without an order, and keeps a chosen one over the kinds', async () => {
    const { requests } = await openZip('Annotated case files (ZIP)')
    await press('Export Annotated Case Files')
    expect(list('Workflow order')).toHaveFocus()
    expect(requests).toEqual([])
    await user.selectOptions(list('Workflow order'), '8492192')
    await user.click(radio('Results as CSV'))
    expect(list('Workflow order')).toHaveValue('8492192')
  })
})

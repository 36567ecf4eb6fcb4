import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { useExportRequestField } from '../../src/hooks/useExportRequestField.js'
import { useExportRequestForm } from '../../src/hooks/useExportRequestForm.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { orders } from '../forms/workflow-reports.js'
import { createScriptedClient } from '../support/scripted-client.js'

function Form() {
  const { form, status, fieldIds } = useExportRequestForm()
  const period = useExportRequestField(form, 'dateRange')
  return <p>{JSON.stringify([status, fieldIds, period?.value])}</p>
}

describe('a request form on the server', () => {
  it('is drawn without a window, its ready periods still without days', () => {
    const markup = renderToString(
      <ExportJobsProvider client={createScriptedClient()} urlState="memory" reportTypes={[orders]}>
        <Form />
      </ExportJobsProvider>,
    )
    expect(markup.replaceAll('&quot;', '"')).toContain(
      '["ready",["fileFormat","dateRange","name","note","minimum","columns","headers"],{"preset":"last7Days","from":null,"to":null}]',
    )
  })
})

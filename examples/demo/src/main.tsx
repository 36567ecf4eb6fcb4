import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-export-jobs/styles.css'
import { App } from './App.js'
import './demo.css'

const wantsBrowserBackend = new URLSearchParams(window.location.search).get('backend') === 'browser'

if (wantsBrowserBackend) {
  const { startBrowserBackend } = await import('./browser-backend.js')
  await startBrowserBackend()
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

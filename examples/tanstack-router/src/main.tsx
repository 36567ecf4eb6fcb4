import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-export-jobs/styles.css'
import { App } from './App'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to draw into.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

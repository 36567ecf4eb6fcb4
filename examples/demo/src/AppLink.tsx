import type { ExportLinkProps } from 'react-export-jobs'
import { navigate } from './navigation.js'

interface AppLinkProps extends ExportLinkProps {
  readonly 'aria-current'?: 'page'
}

/** The demo's link: turns the page without loading it anew, and leaves other windows to the browser. */
export function AppLink({ href, onClick, ...rest }: AppLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        navigate(href)
      }}
    />
  )
}

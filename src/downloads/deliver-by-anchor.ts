/**
 * Follows a download link in the same tab. The `download` attribute is set for blobs only: elsewhere it
 * would bypass service workers and save error pages as if they were the file.
 *
 * @param filename - The cleaned name for a blob, or `null` to leave it to the browser.
 */
export function deliverByAnchor(url: URL, filename: string | null, document: Document): void {
  const anchor = document.createElement('a')
  anchor.href = url.href
  anchor.rel = 'noreferrer'
  if (url.protocol === 'blob:') anchor.download = filename ?? ''
  anchor.hidden = true
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}

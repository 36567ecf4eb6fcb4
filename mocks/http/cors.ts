const EXPOSED =
  'Content-Disposition, Content-Length, Content-Range, Date, ETag, Retry-After, X-Request-Id'

/** Whether a browser asks if it may ask. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')
}

/** Says that it may, whatever it wants to send. */
export function answerPreflight(request: Request): Response {
  const response = new Response(null, { status: 204 })
  allowOrigin(response.headers, request)
  response.headers.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, DELETE')
  const wanted = request.headers.get('Access-Control-Request-Headers')
  if (wanted !== null) response.headers.set('Access-Control-Allow-Headers', wanted)
  return response
}

/** Lets the asking page read an answer. */
export function allowOrigin(headers: Headers, request: Request): void {
  const origin = request.headers.get('Origin')
  if (origin === null) return
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Access-Control-Allow-Credentials', 'true')
  headers.set('Access-Control-Expose-Headers', EXPOSED)
  headers.append('Vary', 'Origin')
}

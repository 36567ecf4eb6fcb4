import { describe, expect, it } from 'vitest'
import { checkDownloadLink } from '../../src/downloads/safe-link.js'

const PAGE = 'https://host.example.test/exports'
const check = (url: string, allowInsecure = false) =>
  checkDownloadLink(url, PAGE, allowInsecure).href

describe('a download link', () => {
  it.each([
    'https://files.example.test/a.zip?signature=1',
    'blob:https://host.example.test/0a1b',
    'http://localhost:3000/a.zip',
    'http://127.0.0.1/a.zip',
    'http://[::1]:8080/a.zip',
  ])('is followed to %s', (url) => {
    expect(check(url)).toBe(url)
  })

  it('may be relative to the page', () => {
    expect(check('/files/a.zip')).toBe('https://host.example.test/files/a.zip')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://files.example.test/a.zip',
    'about:blank',
    'view-source:https://files.example.test/',
    'filesystem:https://host.example.test/temporary/a',
    'intent://x#Intent;end',
    'http://files.example.test/a.zip',
    'http://localhost.example.test/a.zip',
    'http://127.0.0.1.example.test/a.zip',
    'https://',
    'http://[bad',
    '',
  ])('is not followed to %j', (url) => {
    expect(() => check(url)).toThrow(expect.objectContaining({ code: 'bad_response' }))
  })

  it('goes over plain http where the host allows it, and only there', () => {
    expect(check('http://files.example.test/a.zip', true)).toBe('http://files.example.test/a.zip')
    expect(() => check('javascript:alert(1)', true)).toThrow()
  })

  it('is not told when it is refused', () => {
    const secret = 'ftp://files.example.test/a.zip?signature=s3cr3t'
    expect(() => check(secret)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cr3t') }),
    )
  })
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toContentSecurityPolicy } from './csp.ts'

test('allows what the site serves itself, and nothing inline or from elsewhere', () => {
  const policy = toContentSecurityPolicy([])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('names an inline script by its hash', () => {
  const hash = createHash('sha256').update('{}').digest('base64')
  expect(toContentSecurityPolicy(['{}'])).toContain(`script-src 'self' 'sha256-${hash}';`)
})

test('lets a form go to the mail service, whatever its path', () => {
  const policy = toContentSecurityPolicy([], { formAction: 'https://mail.broadsheet.example/api/' })
  expect(policy).toContain("form-action 'self' https://mail.broadsheet.example;")
})

test('lets WebAssembly run only where it is asked for', () => {
  expect(toContentSecurityPolicy([], { wasm: true })).toContain("script-src 'self' 'wasm-unsafe-eval';")
})

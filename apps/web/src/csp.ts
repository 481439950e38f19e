import { createHash } from 'node:crypto'

/**
 * The Content-Security-Policy of a page: nothing from elsewhere, nothing inline but the scripts named here
 * by their hash.
 * @see https://www.w3.org/TR/CSP3/
 */
export function toContentSecurityPolicy(
  inlineScripts: readonly string[],
  extra: { readonly formAction?: string | undefined; readonly wasm?: boolean | undefined } = {},
): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes, ...(extra.wasm ? ["'wasm-unsafe-eval'"] : [])],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'", ...(extra.formAction === undefined ? [] : [new URL(extra.formAction).origin])],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

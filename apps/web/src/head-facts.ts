import { toContentSecurityPolicy } from './csp.ts'
import { config } from './publication.ts'
import first from './scripts/first.js?raw'

/** The script that runs before a page is drawn, so that it never flashes in the wrong colours. */
export const firstScript = first

/** The policies of pages, by whether WebAssembly may run; worked out once, since every page has one of the two. */
export const policies = {
  page: toContentSecurityPolicy([first], { formAction: config.serviceUrl }),
  search: toContentSecurityPolicy([first], { formAction: config.serviceUrl, wasm: true }),
} as const

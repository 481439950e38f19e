import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'

const Report = z.object({
  messages: z.array(
    z.object({
      url: z.string(),
      lastLine: z.number().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
})

const checker = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'))

// Part of CSP 3, and what Pagefind's WebAssembly needs: https://www.w3.org/TR/CSP3/#grammardef-source-list
const unknownToChecker = /found "'wasm-unsafe-eval'"/

test('the Nu HTML checker finds nothing on any page', async () => {
  const { messages } = await checkPages(inject('out'))
  const findings = messages.filter(({ message }) => !unknownToChecker.test(message))
  expect(findings.map(({ url, message, extract }) => `${url} ${message} ${extract}`)).toEqual([])
}, 300_000)

/** Its findings, warnings included, about the HTML and SVG files of a folder. */
async function checkPages(folder: string): Promise<z.infer<typeof Report>> {
  const options = ['--format', 'json', '--skip-non-html', '--also-check-svg', '--exit-zero-always']
  const run = promisify(execFile)('java', ['-Xss4m', '-jar', checker, ...options, folder], {
    maxBuffer: 2 ** 28,
  })
  return Report.parse(JSON.parse((await run).stderr))
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commonCharacters, makeSmallFonts } from './small-fonts.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const styles = readFileSync(new URL('../styles/fonts.css', import.meta.url), 'utf8')

/** The small fonts that the styles name, each with the characters it is used for. */
const faces = [...styles.matchAll(/small-fonts\/([\w.-]+)"\)[^}]*unicode-range:([^;}]*);/g)].map(
  ([, name = '', ranges = '']) => ({
    name,
    characters: [...ranges.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(toCharacters).join(''),
  }),
)

function toCharacters([, first = '', last = first]: RegExpMatchArray): string {
  const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last || first, 16)]
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
}

test('the styles use each small font for the characters that it holds', async () => {
  const sorted = [...commonCharacters]
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('')
  const made = readdirSync(await makeSmallFonts(root))
  expect(faces.map(({ name }) => name).toSorted()).toEqual(made.toSorted())
  for (const { name, characters } of faces) expect(characters, name).toBe(sorted)
})

test('the four fonts that a page asks for first weigh 72 KB at most', async () => {
  const folder = await makeSmallFonts(root)
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(sizes).toHaveLength(4)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(72_000)
})

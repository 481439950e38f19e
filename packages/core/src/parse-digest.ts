import type { Diagnostic } from './diagnostic.ts'
import { collectDiagnostics } from './diagnostics.ts'
import { readDigest } from './digest.ts'
import type { SourceBytes } from './files.ts'
import { splitFrontMatter } from './front-matter.ts'
import { type Markdown, maximumNesting, parseBlocks } from './markdown.ts'
import { readOutline } from './outline.ts'
import type { Digest } from './schema.ts'
import { decodeSource } from './source.ts'

/** What one file says: a Digest, unless it has an error, and everything that is to be said about it. */
export type ParsedDigest = { readonly digest?: Digest; readonly diagnostics: readonly Diagnostic[] }

/** One file's bytes to a Digest. Never throws on any bytes. */
export function parseDigest(bytes: SourceBytes): ParsedDigest {
  const { report, diagnostics } = collectDiagnostics(bytes.file)
  const source = decodeSource(bytes, report)
  if (source === undefined) return { diagnostics }
  const frontMatter = splitFrontMatter(source, report)
  if (frontMatter === undefined) return { diagnostics }
  const markdown = parseBlocks(frontMatter.body, { firstLine: frontMatter.bodyLine })
  const deep = findTooDeep(markdown)
  if (deep !== undefined) {
    report({
      code: 'nesting-too-deep',
      line: deep,
      message: `Lists or quotes are nested more than ${maximumNesting / 2} deep here.`,
      hint: 'Take some of the indentation or of the `>` signs away.',
    })
    return { diagnostics }
  }
  const { file, sha256 } = source
  const digest = readDigest(readOutline(markdown), frontMatter, { file, sha256 }, report)
  return digest ? { digest, diagnostics } : { diagnostics }
}

function findTooDeep({ tokens, firstLine }: Markdown): number | undefined {
  const token = tokens.find(({ level, map }) => level >= maximumNesting && map !== null)
  return token?.map ? firstLine + token.map[0] : undefined
}

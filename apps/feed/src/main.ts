import {
  ConfigError,
  listUnknownFeeds,
  type Note,
  openKeptOutput,
  type Publication,
  readPublication,
  toInstant,
} from '@broadsheet/view'
import { listFeedGroups, toFeedFacts } from './build-feeds.ts'
import { listChangedFeeds } from './changed-feeds.ts'
import { readCommand, UsageError, usage } from './command-line.ts'
import { openOutputFolder, readRevisions, writeRevisions } from './files.ts'
import { PingError, ping } from './ping.ts'
import { revise } from './revise.ts'
import type { ShelfPart } from './shelf.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2))
  const say = (words: string) =>
    'quiet' in command && command.quiet ? undefined : process.stdout.write(`${words}\n`)
  switch (command.name) {
    case 'build':
      return build(await readPublication())
    case 'revise':
      return recordRevisions(await readPublication(), command, say)
    case 'ping':
      return pingHub(await readPublication(), command, say)
    case 'help':
      process.stdout.write(usage)
      return 0
    default:
      return command satisfies never
  }
}

async function build(publication: Publication): Promise<number> {
  for (const words of listUnknownFeeds(publication)) process.stderr.write(`warning: ${words}\n`)
  const folder = openOutputFolder(publication.out)
  const output = openKeptOutput<ShelfPart>(publication, 'feed', {
    facts: toFeedFacts(publication),
    makers: process.env.BROADSHEET_MAKERS,
  })
  for (const { build, ...group } of listFeedGroups(publication, folder.read)) {
    const toArtifacts = (note: Note) =>
      Iterator.from(build(note)).map(({ path, bytes }) => ({ path, content: bytes }))
    await output.make({ ...group, build: toArtifacts })
  }
  output.close()
  folder.close()
  return 0
}

type Say = (words: string) => unknown

type ReviseFlags = { readonly date?: string; readonly dryRun: boolean }

function recordRevisions(
  { archive, config, content }: Publication,
  { date, dryRun }: ReviseFlags,
  say: Say,
): number {
  const now =
    date === undefined ? new Date().toISOString() : toInstant(date, config.publishAt, config.timeZone)
  const { revisions, changed, added } = revise(archive, readRevisions(content), now)
  for (const item of changed) say(`changed ${item}`)
  say(`${changed.length} changed, ${added.length} new`)
  if (!dryRun) writeRevisions(content, revisions)
  return 0
}

type PingFlags = { readonly since?: string; readonly dryRun: boolean }

async function pingHub(publication: Publication, { since, dryRun }: PingFlags, say: Say): Promise<number> {
  const { hub } = publication.config.feed
  if (hub === undefined) {
    say('No hub is configured as feed.hub: there is nobody to tell.')
    return 0
  }
  const feeds = listChangedFeeds(publication, since && toInstant(since, '00:00', publication.config.timeZone))
  for (const feed of feeds) say(feed)
  if (!dryRun) await ping(hub, feeds)
  say(`${feeds.length} feeds ${dryRun ? 'would be' : 'were'} announced to ${hub}`)
  return 0
}

function toExitCode(error: unknown): number {
  const isExpected = [UsageError, ConfigError, PingError].some((kind) => error instanceof kind)
  if (!isExpected || !(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? usage : ''}`)
  return 2
}

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { findNearest } from '@broadsheet/view'
import { parseAddress } from '../subscribers/address.ts'
import { formatCsvRow } from '../subscribers/csv.ts'
import { importCsv } from '../subscribers/import-csv.ts'
import { listSubscribers } from '../subscribers/list-subscribers.ts'
import { eraseAddress, exportPersonalData, findSubscriber } from '../subscribers/personal-data.ts'
import { requestSubscription } from '../subscribers/request.ts'
import { type Mail, openMail } from './open-mail.ts'
import { misunderstood, readArgs } from './read-args.ts'
import { UsageError } from './usage-error.ts'

const flags = { confirmed: { type: 'boolean' }, raw: { type: 'boolean' }, state: { type: 'string' } } as const

type Flags = {
  readonly confirmed?: boolean | undefined
  readonly raw?: boolean | undefined
  readonly state?: string | undefined
}

type Action = {
  readonly run: (mail: Mail, argument: string, flags: Flags) => Promise<number>
  /** What stands behind the action's name, in brackets where it may be left out. */
  readonly takes?: 'ADDRESS' | 'FILE.csv' | '[ADDRESS]'
  readonly flag?: keyof Flags
}

const actions: Readonly<Record<string, Action>> = {
  add: { run: add, takes: 'ADDRESS', flag: 'confirmed' },
  list: { run: list, flag: 'state' },
  import: { run: importFile, takes: 'FILE.csv' },
  export: { run: exportAll, takes: '[ADDRESS]', flag: 'raw' },
  erase: { run: erase, takes: 'ADDRESS' },
}

/** Everything an operator does about subscribers. */
export async function subscribers(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('subscribers', args, flags, 2)
  const [name = '', argument] = positionals
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) throw misunderstood('subscribers', nameAction(name))
  const { run, takes, flag } = action
  const idle = Object.keys(values).find((given) => given !== flag)
  if (idle !== undefined) throw misunderstood('subscribers', `--${idle} does not go with ${name}.`)
  if (takes === undefined && argument !== undefined)
    throw misunderstood('subscribers', `“${argument}” means nothing here.`)
  if (argument === undefined && takes !== undefined && !takes.startsWith('['))
    throw misunderstood('subscribers', `${name} needs ${takes}.`)
  const mail = await openMail()
  try {
    return await run(mail, argument ?? '', values)
  } finally {
    await mail.close()
  }
}

function nameAction(name: string): string {
  if (name === '') return `Say one of ${Object.keys(actions).join(', ')}.`
  const nearest = findNearest(name, Object.keys(actions))
  return `There is no ${name} here${nearest === undefined ? '.' : `; did you mean ${nearest}?`}`
}

/** Asks the person first, unless `--confirmed` says that they agreed elsewhere. */
async function add(mail: Mail, argument: string, { confirmed }: Flags): Promise<number> {
  const address = parseAddress(argument)
  if (address === undefined) throw new UsageError(`${argument} is no address such as me@example.org.`)
  if (confirmed === true) {
    const report = await importCsv(mail, only(address.address), 'subscribers add')
    say(
      report.added > 0
        ? 'Added.'
        : report.known > 0
          ? 'Known already; nothing changed.'
          : 'On the suppression list; nothing changed.',
    )
    return 0
  }
  // Letters need MJML, which nothing else here is worth waiting for.
  const { toDesk } = await import('./serve.ts')
  const desk = await toDesk(mail)
  const wishes = { frequency: 'daily', preference: '' } as const
  say(words[await requestSubscription(desk, address, wishes, { source: 'subscribers add' })])
  return 0
}

const states: readonly string[] = ['pending', 'active', 'left', 'bounced', 'complained']

const words = {
  asked: 'A confirmation is on its way: it is delivered by serve or schedule.',
  'already active': 'Subscribed already; nothing changed.',
  'asked before': 'Asked not long ago; nothing changed.',
  suppressed: 'On the suppression list; nothing changed.',
} as const

async function list({ sql }: Mail, _: string, { state }: Flags): Promise<number> {
  if (state !== undefined && !states.includes(state))
    throw misunderstood('subscribers', `--state is one of ${states.join(', ')}.`)
  for await (const one of listSubscribers(sql, state))
    say(`${one.address}\t${one.state}\t${one.frequency}\t${one.preference}`)
  return 0
}

async function importFile(mail: Mail, file: string): Promise<number> {
  if ((await stat(file)).isDirectory()) throw new UsageError(`${file} is a folder, and a CSV file is needed.`)
  const chunks = readText(file)
  const { added, known, suppressed, invalid, invalidLines } = await importCsv(mail, chunks, 'import')
  say(
    `${added} added, ${known} known and left as they are, ${suppressed} on the suppression list, ${invalid} no addresses.`,
  )
  if (invalid > 0)
    say(`No addresses in lines ${invalidLines.join(', ')}${invalid > invalidLines.length ? ', …' : ''}.`)
  return 0
}

async function* readText(file: string): AsyncGenerator<string> {
  for await (const chunk of createReadStream(file, 'utf8')) {
    const text = String(chunk)
    // UTF-16, which spreadsheets offer as “Unicode text”, would be rows without an address.
    if (text.includes('\0')) throw new UsageError(`${file} is no CSV in UTF-8: save it as that.`)
    yield text
  }
}

/** All as CSV, or everything about one as JSON. */
async function exportAll({ sql }: Mail, argument: string, { raw = false }: Flags): Promise<number> {
  if (argument !== '') {
    const subscriber = await findSubscriber(sql, argument)
    if (subscriber === undefined) throw new UsageError('Nobody here has this address.')
    say(JSON.stringify(await exportPersonalData(sql, subscriber), null, 2))
    return 0
  }
  process.stdout.write(formatCsvRow(['email', 'state', 'frequency', 'preference', 'since']))
  for await (const one of listSubscribers(sql)) {
    const since = new Date(one.createdAt).toISOString()
    process.stdout.write(
      formatCsvRow([one.address, one.state, one.frequency, one.preference, since], { raw }),
    )
  }
  return 0
}

async function erase(mail: Mail, argument: string): Promise<number> {
  if (!(await eraseAddress(mail, argument)))
    throw new UsageError(`${argument} is no address such as me@example.org.`)
  say('Erased. A keyed hash stays, so that no import brings the address back.')
  return 0
}

async function* only(text: string): AsyncGenerator<string> {
  yield text
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

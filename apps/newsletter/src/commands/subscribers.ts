import { createReadStream } from 'node:fs'
import { parseAddress } from '../subscribers/address.ts'
import { formatCsvRow } from '../subscribers/csv.ts'
import { importCsv } from '../subscribers/import-csv.ts'
import { listSubscribers } from '../subscribers/list-subscribers.ts'
import { eraseAddress, exportPersonalData, findSubscriber } from '../subscribers/personal-data.ts'
import { requestSubscription } from '../subscribers/request.ts'
import { type Mail, openMail } from './open-mail.ts'
import { readArgs } from './read-args.ts'
import { toDesk } from './serve.ts'
import { UsageError } from './usage-error.ts'

const usage = `subscribers add ADDRESS [--confirmed]
       npm run newsletter -- subscribers list [--state active]
       npm run newsletter -- subscribers import FILE.csv
       npm run newsletter -- subscribers export [ADDRESS] [--raw]
       npm run newsletter -- subscribers erase ADDRESS`

const flags = { confirmed: { type: 'boolean' }, raw: { type: 'boolean' }, state: { type: 'string' } } as const

type Flags = {
  readonly confirmed?: boolean | undefined
  readonly raw?: boolean | undefined
  readonly state?: string | undefined
}
type Action = (mail: Mail, argument: string | undefined, flags: Flags) => Promise<number>

const actions: Readonly<Record<string, Action>> = { add, list, import: importFile, export: exportAll, erase }

/** Everything an operator does about subscribers. */
export async function subscribers(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, flags, usage)
  const [name = '', argument] = positionals
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) throw new UsageError(`usage: npm run newsletter -- ${usage}`)
  const mail = await openMail()
  try {
    return await action(mail, argument, values)
  } finally {
    await mail.close()
  }
}

/** Asks the person first, unless `--confirmed` says that they agreed elsewhere. */
async function add(mail: Mail, argument: string | undefined, { confirmed }: Flags): Promise<number> {
  const address = parseAddress(argument ?? '')
  if (address === undefined)
    throw new UsageError(`${argument ?? 'Nothing'} is no address such as me@example.org.`)
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
  const desk = await toDesk(mail)
  const wishes = { frequency: 'daily', preference: '' } as const
  say(words[await requestSubscription(desk, address, wishes, { source: 'subscribers add' })])
  return 0
}

const words = {
  asked: 'A confirmation is on its way: it is delivered by serve or schedule.',
  'already active': 'Subscribed already; nothing changed.',
  'asked before': 'Asked not long ago; nothing changed.',
  suppressed: 'On the suppression list; nothing changed.',
} as const

async function list({ sql }: Mail, _: string | undefined, { state }: Flags): Promise<number> {
  for await (const one of listSubscribers(sql, state))
    say(`${one.address}\t${one.state}\t${one.frequency}\t${one.preference}`)
  return 0
}

async function importFile(mail: Mail, file: string | undefined): Promise<number> {
  if (file === undefined) throw new UsageError(`usage: npm run newsletter -- ${usage}`)
  const chunks = createReadStream(file, 'utf8').map(String)
  const { added, known, suppressed, invalid, invalidLines } = await importCsv(mail, chunks, 'import')
  say(
    `${added} added, ${known} known and left as they are, ${suppressed} on the suppression list, ${invalid} no addresses.`,
  )
  if (invalid > 0)
    say(`No addresses in lines ${invalidLines.join(', ')}${invalid > invalidLines.length ? ', …' : ''}.`)
  return 0
}

/** All as CSV, or everything about one as JSON. */
async function exportAll(
  { sql }: Mail,
  argument: string | undefined,
  { raw = false }: Flags,
): Promise<number> {
  if (argument !== undefined) {
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

async function erase(mail: Mail, argument: string | undefined): Promise<number> {
  if (!(await eraseAddress(mail, argument ?? '')))
    throw new UsageError(`${argument ?? 'Nothing'} is no address such as me@example.org.`)
  say('Erased. A keyed hash stays, so that no import brings the address back.')
  return 0
}

async function* only(text: string): AsyncGenerator<string> {
  yield text
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

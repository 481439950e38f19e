type Usage = {
  /** Each way to type it, without `npm run newsletter --`. */
  readonly lines: readonly string[]
  readonly about: string
  readonly flags?: Readonly<Record<string, string>>
}

/** How each command is used: what `--help` prints, and what a mistake is answered with. */
export const usages = {
  preview: {
    lines: [
      'preview [--date 2025-10-16] [--kind daily] [--topics a,b] [--out DIR]',
      'preview --all [--last 30] [--out DIR]',
    ],
    about: 'Writes mails as .eml, .html and .txt, and says how large each is.',
    flags: {
      '--date': 'the digest of that day, or the week it lies in; without it the newest',
      '--kind': 'daily, weekly, confirmation, welcome or goodbye',
      '--topics': 'slugs of topics, with commas between them; --authors and --categories likewise',
      '--all': 'every mail of every digest, or of the --last N',
      '--out': 'the folder to write to; without it the one that npm start shows',
      '--json': 'what was written, as JSON lines',
      '--quiet': 'say nothing',
    },
  },
  send: {
    lines: [
      'send [--date 2025-10-16] [--kind daily|weekly] [--dry-run] [--json] [--quiet]',
      'send --to me@example.org [--date 2025-10-16]',
    ],
    about: 'Seals a digest and delivers it to its readers. What was sent is not sent again.',
    flags: {
      '--date': 'the digest of that day; without it the newest',
      '--kind': 'daily, or the round-up of the week',
      '--to': 'one trial mail to this address, of which nothing is kept',
      '--dry-run': 'only say what would go to how many',
      '--json': 'the accounting as a line of JSON',
      '--quiet': 'say nothing but errors',
    },
  },
  status: {
    lines: ['status [MAILING …] [--json]'],
    about: 'Where mailings stand; the newest five unless named. Exit status 3: somebody should look.',
    flags: { '--json': 'a line of JSON for each' },
  },
  pause: { lines: ['pause MAILING'], about: 'Nothing more of it goes out until resume.' },
  resume: { lines: ['resume MAILING'], about: 'Goes on, and tries servers again that were given up.' },
  cancel: { lines: ['cancel MAILING'], about: 'For good: what has not gone out stays unsent.' },
  retry: {
    lines: ['retry MAILING'],
    about: 'Tries those again who were refused or came too late; send or schedule delivers them.',
  },
  resolve: {
    lines: ['resolve MAILING --sent | --resend | --accept'],
    about: 'Decides about mails of which nobody knows whether they arrived.',
    flags: {
      '--sent': 'they arrived, as most such mails have',
      '--resend': 'send them once more: the same bytes, the same Message-ID',
      '--accept': 'take uncertain and late mails as they are',
    },
  },
  schedule: {
    lines: ['schedule [--once] [--quiet]'],
    about: 'Seals each digest when its time has come and delivers it, until stopped.',
    flags: { '--once': 'look once, deliver what is due, and end', '--quiet': 'say nothing but errors' },
  },
  serve: {
    lines: ['serve [--host 127.0.0.1] [--port 8788] [--quiet]'],
    about: 'Takes addresses: subscribe, confirm, leave, preferences, export, erase.',
    flags: {
      '--host': 'the address to listen on',
      '--port': 'the port to listen on',
      '--quiet': 'no line for each request',
    },
  },
  subscribers: {
    lines: [
      'subscribers add ADDRESS [--confirmed]',
      'subscribers list [--state active]',
      'subscribers import FILE.csv',
      'subscribers export [ADDRESS] [--raw]',
      'subscribers erase ADDRESS',
    ],
    about: 'Who gets mail. An import only adds: whoever left, bounced or was erased stays out.',
    flags: {
      '--confirmed': 'they agreed elsewhere; ask them nothing',
      '--state': 'pending, active, left, bounced or complained',
      '--raw': 'cells as they are, also those that a spreadsheet would run',
    },
  },
  doctor: {
    lines: ['doctor [--restored] [--json]'],
    about: 'Looks at DNS, mail server, store and configuration. Exit status 3: something is bad.',
    flags: {
      '--restored': 'pause everything, after a backup of the store was put back',
      '--json': 'a line of JSON for each finding',
    },
  },
  bounces: {
    lines: ['bounces [FOLDER]'],
    about: 'Reads reports of failed mails and complaints from a folder, or one from standard input.',
  },
} as const satisfies Readonly<Record<string, Usage>>

export type CommandName = keyof typeof usages

/** The ways to type a command, or all of them. */
export function formatUsage(name?: CommandName): string {
  const shown: readonly Usage[] = name === undefined ? Object.values(usages) : [usages[name]]
  const lines = shown.flatMap(({ lines }) => lines)
  return `usage: ${lines.map((line) => `npm run newsletter -- ${line}`).join('\n       ')}`
}

/** What `--help` prints. */
export function formatHelp(name?: CommandName): string {
  if (name === undefined) return `${formatUsage()}\n\nCOMMAND --help says more about each.\n`
  const { about, flags = {} }: Usage = usages[name]
  const width = Math.max(...Object.keys(flags).map((flag) => flag.length))
  const lines = Object.entries(flags).map(([flag, words]) => `  ${flag.padEnd(width)}  ${words}\n`)
  return `${formatUsage(name)}\n\n  ${about}\n${lines.length > 0 ? '\n' : ''}${lines.join('')}`
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(usages, name)
}

import { readAccounting } from '../deliver/accounting.ts'
import { cancel, pause, resolve, resume, retry } from '../deliver/control.ts'
import { formatAccounting } from './format-accounting.ts'
import { noMailing } from './no-mailing.ts'
import { type Mail, openMail } from './open-mail.ts'
import { misunderstood, readArgs } from './read-args.ts'
import type { CommandName } from './usages.ts'

/** `pause MAILING`, `resume MAILING`, `cancel MAILING`, `retry MAILING`. */
export function steer(
  verb: 'pause' | 'resume' | 'cancel' | 'retry',
): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    const { positionals } = readArgs(verb, args, {}, 1)
    return actOn(verb, positionals, (mail, id) => verbs[verb](mail, id))
  }
}

const verbs = {
  pause: ({ sql }: Mail, id: string) => pause(sql, id),
  resume: ({ sql }: Mail, id: string) => resume(sql, id),
  cancel: ({ sql }: Mail, id: string) => cancel(sql, id),
  retry: async ({ sql, windowMs }: Mail, id: string) => {
    process.stdout.write(`${await retry(sql, id, windowMs)} will be tried again by send or schedule.\n`)
  },
} as const

/** `resolve MAILING`: what a person decides about mails whose fate nobody knows. */
export async function decide(args: readonly string[]): Promise<number> {
  const flags = {
    sent: { type: 'boolean' },
    resend: { type: 'boolean' },
    accept: { type: 'boolean' },
  } as const
  const { values, positionals } = readArgs('resolve', args, flags, 1)
  const chosen = (['sent', 'resend', 'accept'] as const).filter((name) => values[name] === true)
  const [decision] = chosen
  if (decision === undefined || chosen.length > 1)
    throw misunderstood('resolve', 'Say one of --sent, --resend and --accept.')
  return actOn('resolve', positionals, async ({ sql, windowMs }, id) => {
    process.stdout.write(`${await resolve(sql, id, decision, windowMs)} resolved.\n`)
  })
}

async function actOn(
  command: CommandName,
  [id]: readonly string[],
  act: (mail: Mail, id: string) => Promise<void>,
): Promise<number> {
  if (id === undefined) throw misunderstood(command, 'Which mailing? `status` names them.')
  const mail = await openMail()
  try {
    if ((await readAccounting(mail.sql, id)) === undefined) throw await noMailing(mail.sql, id)
    await act(mail, id)
    const accounting = await readAccounting(mail.sql, id)
    if (accounting !== undefined) process.stdout.write(formatAccounting(accounting, false))
    return 0
  } finally {
    await mail.close()
  }
}

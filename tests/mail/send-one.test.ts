import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { runNewsletter } from './build-mails.ts'

test('send --to gives one digest to the mail server that SMTP_URL names', async () => {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      received.push(Buffer.concat(await stream.toArray()).toString())
      done()
    },
  })
  const port = await new Promise<number>((resolve) => {
    const { server: socket } = server
    server.listen(0, '127.0.0.1', () => resolve(Number(Object(socket.address()).port)))
  })
  const said = await runNewsletter(['send', '--to', 'me@example.org', '--date', '2025-10-16'], {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const mail = await simpleParser(received[0] ?? '')
  expect(received).toHaveLength(1)
  expect(said).toContain('to me@example.org')
  expect(mail.subject).toContain('16 Oct 2025')
  expect(mail.to).toMatchObject({ text: 'me@example.org' })
})

test('send --to writes into the outbox when no server is named', async () => {
  const data = await mkdtemp(join(tmpdir(), 'broadsheet-outbox-'))
  const said = await runNewsletter(['send', '--to', 'me@example.org', '--date', '2025-10-16'], {
    SMTP_URL: '',
    BROADSHEET_DATA: data,
  })
  const file = join(data, 'outbox', 'arxiv_cs_CL_2025-10-16_report', 'daily', 'me_example.org.eml')
  expect(said).toContain(file)
  expect(await readFile(file, 'utf8')).toMatch(/^From: Broadsheet <digest@broadsheet\.example>\r\n/)
})

import { readKeyRing, type Sender, type SmtpSettings } from '@broadsheet/newsletter'

export const secret = Buffer.alloc(32, 7).toString('base64url')
export const ring = readKeyRing(secret)
export const mailing = 'arxiv_cs_CL_2025-10-16_report/daily'
export const serviceUrl = 'http://127.0.0.1:8788/'

export const sender: Sender = {
  from: { name: 'Broadsheet', address: 'digest@broadsheet.example' },
  bounceAddress: 'bounce@broadsheet.example',
  serviceUrl,
  keys: ring.current,
  dkim: [],
}

export const quickSmtp = (port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  timeoutMs: 700,
  patienceMs: 1_500,
  messagesPerConnection: 100,
})

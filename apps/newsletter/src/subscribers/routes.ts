import type { Evidence } from '../deliver/consent-log.ts'
import { parseToken } from '../deliver/tokens.ts'
import { parseAddress } from './address.ts'
import { confirm } from './confirm.ts'
import type { Desk } from './desk.ts'
import { leave } from './leave.ts'
import type { Limits } from './limits.ts'
import * as pages from './pages.ts'
import { erase, exportPersonalData } from './personal-data.ts'
import { changeSettings, formatPreference, readSettings } from './preferences.ts'
import { requestSubscription } from './request.ts'
import type { Fields } from './request-body.ts'

export type Visit = {
  readonly token: string
  readonly fields: Fields
  readonly network: string
  /** Does work after the answer has gone out; drops it when too much is waiting. */
  readonly later: (work: () => Promise<unknown>) => void
}

export type Answer = pages.Page | { readonly status: number; readonly json: unknown }

export type Route = {
  readonly get?: (desk: Desk, visit: Visit) => Promise<Answer>
  readonly post?: (desk: Desk, visit: Visit) => Promise<Answer>
  readonly bodyLimit: number
  /** Where a mail program posts by itself (RFC 8058), without the marks of a browser. */
  readonly isOneClick?: boolean
}

/** The service's addresses by their first part. No GET ever changes anything: scanners follow links. */
export function createRoutes(limits: Limits): Readonly<Record<string, Route>> {
  return {
    subscribe: { post: async (desk, visit) => subscribe(desk, visit, limits), bodyLimit: 2_048 },
    confirm: { get: async () => pages.confirmQuestion, post: answerConfirmation, bodyLimit: 2_048 },
    leave: { get: askToLeave, post: acceptLeave, bodyLimit: 2_048, isOneClick: true },
    preferences: { get: showPreferences, post: savePreferences, bodyLimit: 8_192 },
    export: { get: showData, bodyLimit: 0 },
    erase: { post: eraseData, bodyLimit: 2_048 },
  }
}

/** The same page for every address there is or could be; what happens, happens afterwards. */
function subscribe(desk: Desk, { fields, network, later }: Visit, limits: Limits): Answer {
  const address = parseAddress(fields.get('email') ?? '')
  // A field that people do not see; only a signal, so it costs no more than the mail.
  const isTrapped = (fields.get('website') ?? '') !== ''
  if (address !== undefined && !isTrapped && limits(network, address.domain)) {
    const wishes = { frequency: readFrequency(fields), preference: readPreference(fields) }
    const evidence: Evidence = { source: 'form', network, wording: pages.requestedPage.body }
    later(() => requestSubscription(desk, address, wishes, evidence))
  }
  return pages.requestedPage
}

async function answerConfirmation(desk: Desk, { token, network }: Visit): Promise<Answer> {
  const isConfirmed = await confirm(desk, token, {
    source: 'confirm page',
    network,
    wording: pages.confirmQuestion.body,
  })
  return isConfirmed ? pages.confirmedPage : pages.expiredPage
}

async function askToLeave({ ring }: Desk, { token }: Visit): Promise<Answer> {
  return parseToken(ring, 'leave', token) === undefined ? pages.unknownLinkPage : pages.leaveQuestion
}

async function acceptLeave(desk: Desk, { token, fields, network }: Visit): Promise<Answer> {
  const bearer = parseToken(desk.ring, 'leave', token)
  if (bearer === undefined) return pages.unknownLinkPage
  const isPage = fields.get('from') === 'page'
  await leave(desk, bearer, { source: isPage ? 'leave page' : 'one click', network }, isPage)
  return pages.leftPage
}

async function showPreferences(desk: Desk, { token }: Visit): Promise<Answer> {
  const bearer = parseToken(desk.ring, 'manage', token)
  const settings = bearer && (await readSettings(desk, bearer.subscriber))
  return settings === undefined ? pages.unknownLinkPage : pages.renderPreferences(settings, token)
}

async function savePreferences(desk: Desk, { token, fields, network }: Visit): Promise<Answer> {
  const bearer = parseToken(desk.ring, 'manage', token)
  if (bearer === undefined) return pages.unknownLinkPage
  const pauseDays = Number(fields.get('pause') ?? 0)
  const change = {
    frequency: readFrequency(fields),
    preference: readPreference(fields),
    pauseDays: [7, 30, 90].includes(pauseDays) ? pauseDays : 0,
    joins: fields.get('join') === 'yes',
    newAddress: fields.get('email'),
  }
  await changeSettings(desk, bearer.subscriber, change, { source: 'preferences page', network })
  return pages.savedPage
}

async function showData({ sql, ring }: Desk, { token }: Visit): Promise<Answer> {
  const bearer = parseToken(ring, 'manage', token)
  const data = bearer && (await exportPersonalData(sql, bearer.subscriber))
  return data === undefined ? pages.unknownLinkPage : { status: 200, json: data }
}

async function eraseData(desk: Desk, { token }: Visit): Promise<Answer> {
  const bearer = parseToken(desk.ring, 'manage', token)
  if (bearer === undefined) return pages.unknownLinkPage
  await erase(desk, bearer.subscriber)
  return pages.erasedPage
}

function readFrequency(fields: Fields): 'daily' | 'weekly' {
  return fields.get('frequency') === 'weekly' ? 'weekly' : 'daily'
}

function readPreference(fields: Fields): string {
  const list = (name: string) => (fields.get(name) ?? '').split(',')
  return formatPreference({
    topics: list('topics'),
    authors: list('authors'),
    categories: list('categories'),
  })
}

export { type CompiledDigest, compileDigest } from './compose/compile-digest.ts'
export { type CompiledWeek, compileWeek } from './compose/compile-week.ts'
export { type Correction, toCorrections } from './compose/correction.ts'
export { type DailyOptions, toDailyContent } from './compose/daily-content.ts'
export { type Composed, type Fitted, toDigestMessage } from './compose/digest-message.ts'
export { type Detail, htmlBudget } from './compose/fit.ts'
export { type LetterKind, toLetterMessage } from './compose/letter-message.ts'
export type { MailContent, MailContext } from './compose/mail-content.ts'
export { readyMailContext } from './compose/mail-context.ts'
export { toMailViews } from './compose/mail-views.ts'
export type { Message, MessageKind } from './compose/message.ts'
export { type Envelope, type Mailbox, toMime } from './compose/mime.ts'
export {
  fillPersonal,
  type PersonalAddress,
  type PersonalAddresses,
  placeholders,
} from './compose/personal.ts'
export type { Preference } from './compose/preference.ts'
export { toWeeks, type Week } from './compose/week.ts'
export { toWeeklyContent } from './compose/weekly-content.ts'
export {
  type Accounting,
  countStates,
  type DeliveryState,
  findConcern,
  readAccounting,
} from './deliver/accounting.ts'
export { type Claim, claim } from './deliver/claim.ts'
export { type Clock, systemClock } from './deliver/clock.ts'
export { believeArrived, cancel, pause, resolve, resume, retry } from './deliver/control.ts'
export { type DkimKey, formatDkimRecord, makeDkimKey, readDkimKey, signDkim } from './deliver/dkim.ts'
export { createFolderTransport } from './deliver/folder-transport.ts'
export { openGates, readGates } from './deliver/gates.ts'
export { type KeyRing, readKeyRing } from './deliver/keys.ts'
export { createLedger, type Ledger, type LedgerOptions } from './deliver/ledger.ts'
export { createMailWriter, type Sender } from './deliver/mail-writer.ts'
export { migrate } from './deliver/migrate.ts'
export type { Outcome } from './deliver/outcome.ts'
export { createPace } from './deliver/pace.ts'
export { openPostgres } from './deliver/postgres.ts'
export { type Compose, type MailingPlan, seal, sealForOne, sealMissed } from './deliver/seal.ts'
export { createSmtpTransports, type SmtpSettings } from './deliver/smtp-transport.ts'
export { readNumber, readText, type Sql } from './deliver/sql.ts'
export { openSqlite, prepareSqlite } from './deliver/sqlite.ts'
export { tidy } from './deliver/tidy.ts'
export { formatToken, parseToken, toMailingRef } from './deliver/tokens.ts'
export type { OutgoingMail, Transport } from './deliver/transport.ts'
export { runWorker, type WorkerOptions, type WorkerParts } from './deliver/worker.ts'

import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/**
 * Keys of one master secret, one for each purpose, so that a token of one can do nothing of another. They are keys
 * already: bytes would be made one again for each link, which costs more than the link.
 */
export type Keys = {
  readonly id: string
  readonly leave: KeyObject
  readonly manage: KeyObject
  readonly confirm: KeyObject
  readonly verp: KeyObject
  readonly messageId: KeyObject
}

/**
 * The newest secret signs, all of them verify: old links go on working after a change. `suppress` comes from
 * the oldest and never changes, or the list of addresses that must not be mailed would be forgotten.
 */
export type KeyRing = { readonly current: Keys; readonly all: readonly Keys[]; readonly suppress: KeyObject }

/** A secret that is missing, too short or written in another way. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** Reads secrets, newest first, separated by commas; each is 32 bytes or more in base64url. */
export function readKeyRing(secrets: string): KeyRing {
  const masters = secrets.split(',').map((text) => readMaster(text.trim()))
  const [newest, oldest] = [masters[0], masters.at(-1)]
  if (newest === undefined || oldest === undefined) throw new KeyError('There is no secret.')
  const all = masters.map(toKeys)
  return { current: toKeys(newest), all, suppress: derive(oldest, 'suppress/1') }
}

function readMaster(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 32 || !/^[\w-]+=*$/.test(text))
    throw new KeyError(
      'BROADSHEET_SECRET must be 32 bytes or more in base64url: openssl rand -base64 32 | tr +/ -_',
    )
  return bytes
}

function toKeys(master: Buffer): Keys {
  return {
    id: createHash('sha256').update('kid').update(expand(master, 'kid/1')).digest('hex').slice(0, 4),
    leave: derive(master, 'leave/1'),
    manage: derive(master, 'manage/1'),
    confirm: derive(master, 'confirm/1'),
    verp: derive(master, 'verp/1'),
    messageId: derive(master, 'msgid/1'),
  }
}

function derive(master: Buffer, label: string): KeyObject {
  return createSecretKey(expand(master, label))
}

function expand(master: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', label, 32))
}

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'

export type DkimAlgorithm = 'rsa' | 'ed25519'
export type DkimKey = {
  readonly domain: string
  readonly selector: string
  readonly algorithm: DkimAlgorithm
  readonly key: KeyObject
}

/**
 * The fields that are covered. `From` stands twice, so that nobody can add another; RFC 8058 wants both fields
 * of one-click covered, which libraries forget.
 */
const signedFields = [
  'from',
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-language',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'list-help',
  'list-archive',
  'feedback-id',
  'auto-submitted',
]

const algorithms = { rsa: 'rsa-sha256', ed25519: 'ed25519-sha256' } as const

/**
 * A `DKIM-Signature` field with its CRLF, to stand before `head`. `head` are header fields, each ended by CRLF;
 * the pieces of `body` end with one CRLF. `seconds` is the time of the signature.
 * @see https://www.rfc-editor.org/rfc/rfc6376
 * @see https://www.rfc-editor.org/rfc/rfc8463
 */
export async function signDkim(
  key: DkimKey,
  head: string,
  body: readonly Buffer[],
  seconds: number,
): Promise<string> {
  const fields = readFields(head)
  const names = signedFields.filter((name) => fields.has(name))
  const hash = createHash('sha256')
  for (const piece of body) hash.update(piece)
  const bodyHash = hash.digest('base64')
  const tags = [
    `v=1; a=${algorithms[key.algorithm]}; c=relaxed/simple; d=${key.domain};`,
    `s=${key.selector}; t=${seconds};`,
    ...foldNames(names),
    `bh=${bodyHash};`,
    'b=',
  ]
  const unsigned = `DKIM-Signature: ${tags.join('\r\n ')}`
  // A name that is listed once more than it occurs stands for an empty field (section 5.4.2).
  const covered = [...new Set(names)].map((name) => `${fields.get(name)}\r\n`).join('')
  const signature = await signText(key, `${covered}${relax(unsigned)}`)
  return `${unsigned}${(signature.match(/.{1,72}/g) ?? []).join('\r\n ')}\r\n`
}

/** A new private key in PEM. */
export function makeDkimKey(algorithm: DkimAlgorithm): string {
  const pair =
    algorithm === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** What belongs at `<selector>._domainkey.<domain>` in the DNS. */
export function formatDkimRecord({ algorithm, key }: DkimKey): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  // RFC 8463 publishes the bare 32 bytes, which end the structure.
  const bytes = algorithm === 'ed25519' ? spki.subarray(-32) : spki
  return `v=DKIM1; k=${algorithm}; p=${bytes.toString('base64')}`
}

export function readDkimKey(pem: string): KeyObject {
  return createPrivateKey(pem)
}

function readFields(head: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const field of head.split(/\r\n(?![ \t])/)) {
    if (field === '') continue
    const relaxed = relax(field)
    fields.set(relaxed.slice(0, relaxed.indexOf(':')), relaxed)
  }
  return fields
}

/** Section 3.4.2: name in lower case, one space for any run, none at the ends. */
function relax(field: string): string {
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`
}

function foldNames(names: readonly string[]): string[] {
  const lines = ['h=']
  for (const [index, name] of names.entries()) {
    const word = index === names.length - 1 ? `${name};` : `${name}:`
    const line = lines.at(-1) ?? ''
    if (line.length + word.length > 74) lines.push(word)
    else lines[lines.length - 1] = line + word
  }
  return lines
}

/** RSA on libuv's threads, beside the event loop; Ed25519 signs the hash (RFC 8463, section 3). */
function signText({ algorithm, key }: DkimKey, text: string): Promise<string> {
  const data = Buffer.from(text, 'latin1')
  if (algorithm === 'ed25519')
    return Promise.resolve(sign(null, createHash('sha256').update(data).digest(), key).toString('base64'))
  return new Promise((resolve, reject) => {
    sign('sha256', data, key, (error, signature) =>
      error ? reject(error) : resolve(signature.toString('base64')),
    )
  })
}

import { z } from 'zod'
import { formatConfigIssue } from './config-issue.ts'

const url = z.url({ protocol: /^https?$/, error: 'is no address that begins with https://' }).refine(
  (value) => {
    const parsed = URL.parse(value)
    // What is no address at all has been complained of already.
    return (
      parsed === null ||
      (parsed.pathname === '/' && parsed.search === '' && parsed.hash === '' && parsed.username === '')
    )
  },
  { error: 'is the address of the host alone; put a path into `base`' },
)

const pageUrl = z.url({ protocol: /^https?$/, error: 'is no address that begins with https://' })

const email = z.email({ error: 'is no mail address' })

const timeZone = z.string().refine(isTimeZone, { error: 'is no IANA time zone such as Europe/Berlin' })

const language = z.string().refine(isLanguage, { error: 'is no BCP 47 language tag such as en or de-CH' })

/** A line break in a name would end a mail's header or a page's title. */
const line = z
  .string()
  .min(1)
  .regex(/^(?:|\P{Cc}*\S\P{Cc}*)$/u, { error: 'is one line of words' })

/** What `broadsheet.config.ts` may say. `docs/settings.md` has a heading for each key. */
export const Config = z.strictObject({
  title: line,
  description: line,
  url,
  base: z
    .string()
    .regex(/^\/([\w.~-]+\/)*$/, { error: 'starts and ends with a slash, such as / or /papers/' })
    .default('/'),
  language: language.default('en'),
  timeZone: timeZone.default('UTC'),
  publishAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is a time of day such as 08:00' })
    .default('08:00'),
  publisher: z.strictObject({
    name: line,
    email: email.optional(),
    url: pageUrl.optional(),
    postalAddress: z.string().min(1).optional(),
  }),
  categories: z.record(z.string(), z.string()).default({}),
  topics: z
    .strictObject({
      /** From a spelling to the name it is shown under; matched as loosely as keywords are. */
      aliases: z.record(z.string(), z.string()).default({}),
      /** Topics and authors need this many papers for a page; feeds need three. */
      minimumPapers: z.int().min(1).default(2),
    })
    .prefault({}),
  pictures: z
    .strictObject({
      /** How many of the newest digests, and the papers in them, get a picture for link previews. */
      digests: z.int().min(0).default(60),
    })
    .prefault({}),
  feed: z.strictObject({
    /** RFC 4151 tag URIs: a domain you held in `year`. They outlive a move to another host. */
    authority: z
      .string()
      .regex(/^[a-z0-9.-]+$/, { error: 'is a domain in small letters, such as example.org' }),
    year: z.int().min(2000).max(9999),
    /** A WebSub hub; without one, feeds name none and `feed ping` has nothing to do. */
    hub: z.url({ protocol: /^https$/, error: 'is no address that begins with https://' }).optional(),
    /** Topics and authors that have feeds of their own however few papers they have. */
    topics: z.array(z.string().min(1)).default([]),
    authors: z.array(z.string().min(1)).default([]),
  }),
  mail: z.strictObject({
    from: z.strictObject({ name: line, address: email }),
    replyTo: email.optional(),
    listId: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
      error: 'is a name with dots in small letters, such as digest.example.org',
    }),
    /** `{category}`, `{date}`, `{counts}` and `{lead}` are filled in; absent parts take their separator along. */
    subject: line.default('[{category}] {date}: {counts}: {lead}'),
  }),
  serviceUrl: pageUrl.optional(),
  delivery: z
    .strictObject({
      /** Bounces come back here, with a tag of each mail behind a plus sign. */
      bounceAddress: email.optional(),
      connections: z.int().min(1).max(50).default(4),
      perSecond: z.number().positive().default(20),
      perSecondPerDomain: z.number().positive().default(5),
      /** After this nothing of a mailing goes out any more. */
      expiresAfterHours: z.int().min(1).max(168).default(24),
      onUncertain: z.enum(['hold', 'resend-once']).default('hold'),
      dkim: z
        .array(
          z.strictObject({
            domain: z.string().min(1),
            selector: z.string().regex(/^[\w.-]+$/, { error: 'is a name such as 2026a' }),
            algorithm: z.enum(['rsa', 'ed25519']).default('rsa'),
          }),
        )
        .default([]),
      /** Whether `X-Forwarded-For` comes from a proxy of our own. */
      trustProxy: z.boolean().default(false),
    })
    .prefault({}),
})

/** The configuration with every default filled in. */
export type Config = z.output<typeof Config>
/** The configuration as written in `broadsheet.config.ts`. */
export type ConfigInput = z.input<typeof Config>

/** Gives an editor the types of `broadsheet.config.ts`; checks nothing by itself. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config
}

/** A configuration that says which key is wrong and why; bad configuration stops everything. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Checks what a configuration file exports. `file` is named in the error, and so is every wrong key. */
export function parseConfig(value: unknown, file: string): Config {
  const result = Config.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const known = listSettings()
  const lines = result.error.issues.flatMap((issue) => formatConfigIssue(issue, known))
  throw new ConfigError(`${file} cannot be used:\n${lines.map((line) => `  ${line}`).join('\n')}`, {
    cause: result.error,
  })
}

/** Every setting there is, such as `mail.from.address`, in the order of the schema. */
export function listSettings(): readonly string[] {
  return listKeys(Config, [])
}

function listKeys(schema: unknown, path: readonly string[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return listKeys(schema.unwrap(), path)
  }
  if (!(schema instanceof z.ZodObject)) return [path.join('.')]
  return Object.entries(schema.shape).flatMap(([key, inner]) => listKeys(inner, [...path, key]))
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

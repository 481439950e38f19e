import type { z } from 'zod'
import { countEdits } from './nearest.ts'

/** A finding of the schema as lines of `key: why`; unknown keys come with the known one they resemble. */
export function formatConfigIssue(issue: z.core.$ZodIssue, known: readonly string[]): readonly string[] {
  const key = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => nameUnknown(key === '' ? name : `${key}.${name}`, known))
  }
  if (issue.code === 'invalid_type') return [`${key || 'the configuration'}: ${nameType(issue)}`]
  if (issue.code === 'too_small' && issue.origin === 'string') return [`${key}: may not be empty`]
  if (issue.code === 'too_small')
    return [`${key}: must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`]
  if (issue.code === 'too_big') return [`${key}: must be at most ${issue.maximum}`]
  if (issue.code === 'invalid_value') return [`${key}: must be one of ${issue.values.join(', ')}`]
  return [`${key || 'the configuration'}: ${issue.message}`]
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function nameType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  if (input === undefined) return 'is missing'
  return `must be ${typeNames[expected] ?? expected}`
}

function nameUnknown(key: string, known: readonly string[]): string {
  const nearest = findNearestKey(key, known)
  return `${key}: is no setting${nearest === undefined ? '' : `; did you mean ${nearest}?`}`
}

/** The known key, or group of keys, that a misspelt one most resembles. */
function findNearestKey(key: string, known: readonly string[]): string | undefined {
  const groups = known.flatMap((name) =>
    name.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.')),
  )
  const ranked = [...new Set(groups)]
    .map((name) => ({
      name,
      distance: Math.min(countEdits(key, name), countEdits(lastPart(key), lastPart(name)) + 1),
    }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance <= 3 ? best.name : undefined
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1)
}

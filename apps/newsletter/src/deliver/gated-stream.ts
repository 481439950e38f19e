import { Readable, Transform } from 'node:stream'
import type { Outcome } from './outcome.ts'

/** What is known of one mail under way; `ended` is set just before its last bytes go out. */
export type Course = { piped: boolean; begun: boolean; ended: boolean; denied: boolean }

/**
 * The mail as a stream that stops before its last line break until `begin` agrees. nodemailer pipes it only after
 * the server's 354, which is how the phase is known.
 */
export function createGatedStream(
  bytes: Buffer,
  course: Course,
  begin: () => Promise<boolean>,
  giveUp: (outcome: Outcome) => void,
): Readable {
  const last = bytes.length - 2
  const stream: Readable = new Readable({
    read: () => {
      if (!course.piped) {
        course.piped = true
        stream.push(bytes.subarray(0, last))
      } else if (!course.begun) {
        course.begun = true
        void end(() => {
          stream.push(bytes.subarray(last))
          stream.push(null)
        })
      }
    },
  })
  if (bytes.includes('\r\n.')) return stream
  return Object.assign(stream, {
    pipe: (target: NodeJS.WritableStream) => {
      if (!(target instanceof Transform)) return Readable.prototype.pipe.call(stream, target)
      // No line begins with a dot and every line ends in CRLF, so nodemailer's look at each byte, which costs more
      // than all else that is done for a mail, is left out. Its flush adds the last CRLF with the dot.
      course.piped = true
      course.begun = true
      const goOn = () => void end(() => target.end())
      if (target.push(bytes.subarray(0, last))) goOn()
      else target.once('data', () => setImmediate(goOn))
      return target
    },
  })

  async function end(release: () => void): Promise<void> {
    const isAllowed = await begin().catch(() => false)
    // Whatever the server said meanwhile is heard before the point of no return.
    await new Promise(setImmediate)
    if (stream.destroyed) return
    if (!isAllowed) {
      course.denied = true
      return giveUp({ kind: 'aborted' })
    }
    course.ended = true
    release()
  }
}

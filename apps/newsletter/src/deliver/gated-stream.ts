import { Readable, Transform } from 'node:stream'
import type { Outcome } from './outcome.ts'

/** What is known of one mail under way; `ended` is set just before its last bytes go out. */
export type Course = { piped: boolean; begun: boolean; ended: boolean; denied: boolean }

/**
 * The mail as a stream that stops before its last line break until `begin` agrees. nodemailer pipes it only after
 * the server's 354, which is how the phase is known.
 */
export function createGatedStream(
  pieces: readonly Buffer[],
  course: Course,
  begin: () => Promise<boolean>,
  giveUp: (outcome: Outcome) => void,
): Readable {
  const { front, end: lastBreak } = splitEnd(pieces)
  const stream: Readable = new Readable({
    read: () => {
      if (!course.piped) {
        course.piped = true
        stream.push(Buffer.concat(front))
      } else if (!course.begun) {
        course.begun = true
        void end(() => {
          stream.push(lastBreak)
          stream.push(null)
        })
      }
    },
  })
  if (pieces.some(mayNeedDots)) return stream
  return Object.assign(stream, {
    pipe: (target: NodeJS.WritableStream) => {
      if (!(target instanceof Transform)) return Readable.prototype.pipe.call(stream, target)
      // No line begins with a dot and every line ends in CRLF, so nodemailer's look at each byte, which costs more
      // than all else that is done for a mail, is left out. Its flush adds the last CRLF with the dot.
      course.piped = true
      course.begun = true
      const goOn = () => void end(() => target.end())
      const flows = front.map((piece) => target.push(piece))
      if (flows.at(-1) === true) goOn()
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

function splitEnd(pieces: readonly Buffer[]): { readonly front: readonly Buffer[]; readonly end: Buffer } {
  const last = pieces.at(-1) ?? Buffer.alloc(0)
  return { front: [...pieces.slice(0, -1), last.subarray(0, -2)], end: last.subarray(-2) }
}

/** Whether a line begins with a dot here, or may when another piece stands before this one. */
function mayNeedDots(piece: Buffer): boolean {
  return piece[0] === 0x2e || piece[0] === 0x0a || piece.includes('\r\n.')
}

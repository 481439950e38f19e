import { parentPort } from 'node:worker_threads'
import { packReading } from '../packed-reading.ts'
import { read } from '../reading.ts'

// The program of the thread that reads the publication: answers with it packed, and ends.
parentPort?.postMessage(packReading(await read()))

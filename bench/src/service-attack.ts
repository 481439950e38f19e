import { openVisitor } from './service-visitor.ts'

// Asks for subscriptions of others, from many networks and for many domains, as fast as twenty connections take it.
const connections = 20
const [port = 0, count = 0] = process.argv.slice(2).map(Number)

await Promise.all(
  Array.from({ length: connections }, async (_, first) => {
    const visitor = openVisitor(port)
    for (let n = first; n < count; n += connections)
      await visitor.subscribe(
        `victim${n}@target${n % 97}.example`,
        `10.${n % 251}.${Math.floor(n / 251) % 251}.9`,
      )
    visitor.close()
  }),
)

import { createServer, type Socket } from 'node:net'

// A mail server that throws mails away, as fast as it can, in a process of its own. It prints its port first.
const endOfMail = Buffer.from('\r\n.\r\n')
const replies: Readonly<Record<string, string>> = {
  EHLO: '250-sink.example\r\n250-PIPELINING\r\n250 8BITMIME\r\n',
  HELO: '250 sink.example\r\n',
  DATA: '354 go on\r\n',
  QUIT: '221 bye\r\n',
}

const server = createServer({ noDelay: true }, serve)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})

function serve(socket: Socket): void {
  let isBody = false
  let tail = Buffer.alloc(0)
  let line = ''
  socket.on('error', () => undefined)
  socket.write('220 sink.example ESMTP\r\n')
  socket.on('data', (chunk) => {
    if (isBody) {
      tail = Buffer.concat([tail.subarray(-4), chunk.subarray(-5)])
      if (!tail.subarray(-5).equals(endOfMail)) return
      isBody = false
      socket.write('250 taken\r\n')
      return
    }
    line += chunk.toString('latin1')
    const lines = line.split('\r\n')
    line = lines.pop() ?? ''
    for (const command of lines) {
      const verb = command.slice(0, 4).toUpperCase()
      isBody = verb === 'DATA'
      if (isBody) tail = Buffer.alloc(0)
      socket.write(replies[verb] ?? '250 ok\r\n')
    }
  })
}

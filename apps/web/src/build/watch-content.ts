import type { Plugin } from 'vite'

/** Reads the publication again and reloads every open page when a file below `folder` changes. */
export function watchContent(folder: string): Plugin {
  return {
    name: 'broadsheet:watch-content',
    apply: 'serve',
    configureServer: (server) => {
      server.watcher.add(folder)
      server.watcher.on('all', (_, file) => {
        if (!file.startsWith(folder)) return
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll()
        server.ws.send({ type: 'full-reload' })
      })
    },
  }
}

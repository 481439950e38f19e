import type { AstroIntegration } from 'astro'
import type { Plugin } from 'vite'

/** While developing: reads the publication again and reloads every open page when a file in `folder` changes. */
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

/** While developing: starts Astro anew when the configuration changes, whose base path may be another then. */
export function watchConfig(file: string): AstroIntegration {
  return {
    name: 'broadsheet:watch-config',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => addWatchFile(file),
      // Astro restarts for its watched files, but lets Vite watch only what lies in the app's own folder.
      'astro:server:setup': ({ server }) => void server.watcher.add(file),
    },
  }
}

import type { PathWithRoute } from 'astro'

/** A page to render: its whole address, and the number of its route among those that a thread lists. */
export type Page = { readonly url: string; readonly route: number }

/** A page that there is, with the number of its route. */
export type ListedPage = Pick<PathWithRoute, 'pathname' | 'cacheKey'> & { readonly route: number }

/**
 * Every page, those that show the same texts together, and the routes that pages name by number. `shown` tells by
 * address which digest's texts a page shows.
 */
export type PageList = {
  readonly kind: 'list'
  readonly pages: readonly ListedPage[]
  readonly routes: readonly PathWithRoute['route'][]
  readonly shown: ReadonlyMap<string, string>
}

export type RenderedPage = {
  readonly kind: 'page'
  readonly status: number
  readonly headers: [string, string][]
  readonly body: ArrayBuffer
}

/** The fields of an error go beside it, since only its message, stack and cause arrive. */
export type Failure = { readonly kind: 'failure'; readonly error: unknown; readonly fields: object }

/** What a page thread is asked: to list every page, or to render one. */
export type Task = { readonly id: number; readonly page: Page | undefined }

/** What a page thread answers. */
export type Answer = { readonly id: number; readonly result: PageList | RenderedPage | Failure }

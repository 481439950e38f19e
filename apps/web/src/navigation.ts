import { paths } from '@broadsheet/view'

/** What the masthead leads to, in order. */
export const sections = [
  { name: 'Today', path: paths.home },
  { name: 'Digests', path: paths.digests },
  { name: 'Papers', path: paths.papers },
  { name: 'Topics', path: paths.topics },
  { name: 'Search', path: paths.search },
] as const

/** What the foot of every page leads to. */
export const footer = [
  { name: 'Archive', path: paths.archive },
  { name: 'Trends', path: paths.trends },
  { name: 'Authors', path: paths.authors },
  { name: 'Categories', path: paths.categories },
  { name: 'Starred', path: paths.starred },
  { name: 'Subscribe', path: paths.subscribe },
  { name: 'Feeds', path: paths.feeds },
  { name: 'About', path: paths.about },
] as const

/** The settings of the publication that is mailed in benchmarks. */
export const sampleConfig = {
  title: 'Digest',
  description: 'Papers, read for you.',
  url: 'https://digest.example',
  publisher: { name: 'Press', postalAddress: '1 Lane, Town' },
  feed: { authority: 'digest.example', year: 2025 },
  mail: { from: { name: 'Digest', address: 'news@digest.example' }, listId: 'news.digest.example' },
} as const

import { type DigestView, type Publication, toDigestView } from '@broadsheet/view'

/** Every digest of a publication as mails show it, newest first. */
export function toMailViews({
  config,
  archive,
  revisions,
}: Pick<Publication, 'config' | 'archive' | 'revisions'>): readonly DigestView[] {
  const context = { channel: 'mail', config, archive, revisions } as const
  return archive.digests.map((digest) => toDigestView(digest, context))
}

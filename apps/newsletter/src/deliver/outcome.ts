/** Whose fault a refusal is: that decides what else happens (`settlement.ts`). */
export type Scope = 'recipient' | 'message' | 'sender' | 'service'

/**
 * How the attempt to hand over one mail ended. `afterDot` tells a refusal of the whole mail from one of the
 * DATA command. `unknown` means that the last byte may have gone out and no usable answer came.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: string; readonly remoteId?: string }
  | {
      readonly kind: 'refused'
      readonly scope: Scope
      readonly permanent: boolean
      readonly code: string
      readonly reply: string
      readonly afterDot?: boolean
    }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'unknown'; readonly reason: string }

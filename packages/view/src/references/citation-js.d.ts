// The readers that check our references come without types; this is the part of them that tests use.
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { readonly chain: (data: string, options?: object) => readonly Record<string, unknown>[] }
  }
}

declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}

/** Says what should be so when it is not. */
export function expectThat(isSo: boolean, words: string): string[] {
  return isSo ? [] : [words]
}

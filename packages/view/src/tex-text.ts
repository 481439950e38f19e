/** TeX text commands in Markdown become Markdown. */
export function translateTex(markdown: string): string {
  return markdown
}

import mjml2html from 'mjml'

/**
 * An MJML document as HTML without white space between tags. Strict: an unknown tag or attribute is a bug and
 * rejects. Only our own template comes here; includes are off and no font is fetched.
 */
export async function compileMjml(source: string): Promise<string> {
  // mjml answers with a promise since version 5, and would announce Google's fonts by default.
  const { html } = await mjml2html(source, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })
  return squeeze(mend(html))
}

/**
 * MJML labels the whole mail with its title, as if that were content outside every landmark; `<title>` has it. And it
 * hides the preheader by tiny white letters too, which spam filters count; it has four other means.
 */
function mend(html: string): string {
  return html
    .replace(/\s*aria-label="[^"]*"(?= aria-roledescription="email")/, '')
    .replace(/(<div style="display:none;)font-size:1px;color:#ffffff;/, '$1')
}

/** Space between two tags means nothing in the template: what stands side by side there is parted by a mark. */
function squeeze(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ (?=>)|(?<=") (?=;)/g, '')
    .trim()
}

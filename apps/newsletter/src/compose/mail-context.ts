import { type Config, toSiteView } from '@broadsheet/view'
import type { MailContext } from './mail-content.ts'
import { compileTemplate } from './template.ts'

/** What every mail of a publication is composed with; the template is compiled here, once. */
export async function readyMailContext(config: Config): Promise<MailContext> {
  return { config, site: toSiteView(config, 'mail'), template: await compileTemplate(config.language) }
}

import { escapeHtml } from '@broadsheet/view'
import type { Settings } from './preferences.ts'

/** A page of the service: plain words, forms that work without a script, no third party. */
export type Page = { readonly status: number; readonly title: string; readonly body: string }

export const styleSheet = `:root{color-scheme:light dark;font:1.1rem/1.6 system-ui,sans-serif}
body{max-width:34rem;margin:3rem auto;padding:0 1.25rem}
h1{font-size:1.6rem;line-height:1.25}
label,fieldset{display:block;margin:1rem 0;border:0;padding:0}
legend{font-weight:600;padding:0}
input[type=email],input[type=text],select{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}
button{font:inherit;padding:.6rem 1.2rem;cursor:pointer}
small{color:GrayText}`

/** A whole document in the publication's language; the same bytes for everybody who gets this page. */
export function renderPage(
  page: Page,
  site: { readonly title: string; readonly url: string; readonly language: string },
): string {
  const title = escapeHtml(`${page.title} · ${site.title}`)
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
<p><small><a href="${escapeHtml(site.url)}">${escapeHtml(site.title)}</a></small></p>
</main>
</html>
`
}

/** The one answer to every request for a subscription. */
export const requestedPage: Page = {
  status: 202,
  title: 'Check your mail',
  body: '<p>If this address can be subscribed, a mail with a button is on its way to it. Press the button, and the subscription begins. Nothing comes? It may take some minutes, or the address may be subscribed already.</p>',
}

export const confirmQuestion: Page = {
  status: 200,
  title: 'Begin your subscription',
  body: '<form method="post"><button>Yes, send it to me</button></form>',
}

export const confirmedPage: Page = {
  status: 200,
  title: 'You are subscribed',
  body: '<p>The next digest comes to you by mail. Each mail has a link to leave, and one to choose what you get.</p>',
}

export const expiredPage: Page = {
  status: 410,
  title: 'This link is too old',
  body: '<p>Links to confirm work for a week. Ask for a subscription again, and a new one comes.</p>',
}

export const leaveQuestion: Page = {
  status: 200,
  title: 'Stop these mails?',
  body: '<form method="post"><input type="hidden" name="from" value="page"><button>Yes, stop them</button></form>',
}

export const leftPage: Page = {
  status: 200,
  title: 'You have left',
  body: '<p>No more digests will come to you by mail.</p>',
}

export const unknownLinkPage: Page = {
  status: 400,
  title: 'This link is not complete',
  body: '<p>A part of it may have been lost on the way. Copy all of it from the mail.</p>',
}

export const savedPage: Page = {
  status: 200,
  title: 'Saved',
  body: '<p>Your next mail will be as you chose. A new address is used once it has confirmed.</p>',
}

export const erasedPage: Page = {
  status: 200,
  title: 'Your data is erased',
  body: '<p>We keep a coded trace of the address, from which it cannot be read, so that nobody adds it again without you.</p>',
}

/** The wishes of one subscriber, with the ways to see and to erase everything. */
export function renderPreferences(settings: Settings, token: string): Page {
  const { address, state, frequency, preference, pausedUntil } = settings
  const isHere = state === 'active'
  const field = (name: 'topics' | 'authors' | 'categories', label: string) =>
    `<label>${label} <small>(with commas between; empty for all)</small><input type="text" name="${name}" value="${escapeHtml(preference[name].join(', '))}"></label>`
  const choice = (value: string, words: string, chosen: boolean) =>
    `<option value="${value}"${chosen ? ' selected' : ''}>${words}</option>`
  return {
    status: 200,
    title: isHere ? 'What you get' : 'You have left',
    body: `<form method="post">
<label>How often <select name="frequency">${choice('daily', 'every digest', frequency === 'daily')}${choice('weekly', 'once a week', frequency === 'weekly')}</select></label>
${field('topics', 'Topics')}
${field('authors', 'Authors')}
${field('categories', 'Categories')}
<label>Pause <select name="pause">${choice('0', 'no', pausedUntil === 0)}${choice('7', 'for a week', false)}${choice('30', 'for a month', pausedUntil > 0)}${choice('90', 'for three months', false)}</select></label>
<label>Address <input type="email" name="email" value="${escapeHtml(address)}" autocomplete="email"></label>
${isHere ? '' : '<label><input type="checkbox" name="join" value="yes"> Send me mails again</label>'}
<button>Save</button>
</form>
<p><a href="/export/${escapeHtml(token)}">See everything we know about you</a></p>
<form method="post" action="/erase/${escapeHtml(token)}"><button>Erase everything about me</button></form>`,
  }
}

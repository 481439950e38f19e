const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/

/** Whether a text is an instant as Atom and JSON Feed write it. */
export function isRfc3339(text: string): boolean {
  return rfc3339.test(text) && !Number.isNaN(Date.parse(text))
}

/** Whether a text is an instant as RSS writes it: RFC 822 with a year of four digits. */
export function isRfc822(text: string): boolean {
  return rfc822.test(text) && new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3)
}

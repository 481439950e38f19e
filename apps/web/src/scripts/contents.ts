/** Marks the entry of a contents list whose section is being read, and keeps it in sight. */
export function startContents(list: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (section !== null) links.set(section, link)
  }
  const visible = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target)
        else visible.delete(target)
      }
      mark(
        [...links.keys()].find((section) => visible.has(section)),
        links,
        list,
      )
    },
    { rootMargin: '-10% 0px -70% 0px' },
  )
  for (const section of links.keys()) observer.observe(section)
}

function mark(
  section: Element | undefined,
  links: ReadonlyMap<Element, HTMLAnchorElement>,
  list: HTMLElement,
): void {
  if (section === undefined) return
  for (const [target, link] of links) {
    if (target === section) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
  }
  const link = links.get(section)
  if (link === undefined || list.scrollHeight <= list.clientHeight) return
  list.scrollTo({ top: link.offsetTop - list.clientHeight / 2 })
}

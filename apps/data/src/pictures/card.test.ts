import { toSiteView } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { twoDays } from '../publication.fixture.ts'
import { toDigestCard, toPaperCard, toSiteCard } from './card.ts'

const site = toSiteView(twoDays.context.config, 'site')

test('a paper shows its title with math in letters, its authors, and when it was chosen', () => {
  const [, paper] = twoDays.papers()
  expect(paper && toPaperCard(paper, site)).toEqual({
    kicker: 'arXiv 2510.14853 · AAAI 2026',
    title: 'λ-Routing: Rewiring Experts & <Co>',
    lines: ['Guinan Su, Laurens van der Maaten and Qwen Team'],
    foot: ['The Daily Fold', 'Thursday, 16 October 2025'],
  })
})

test('a digest shows its day and its first papers', () => {
  const [digest] = twoDays.digests()
  expect(digest && toDigestCard(digest, site)).toEqual({
    kicker: 'cs.CL · Computation and Language',
    title: 'Monday, 20 October 2025',
    lines: ['λ-Routing: Rewiring Experts & <Co>', 'A Planner of Experts'],
    foot: ['The Daily Fold', '2 of 81 papers'],
  })
})

test('the site shows its name and what it is', () => {
  expect(toSiteCard(site)).toMatchObject({
    title: 'The Daily Fold',
    lines: ['Papers about paper, every day.'],
  })
})

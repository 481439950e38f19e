import { toDigestView, toPaperView, toSiteView } from '@broadsheet/view'
import { expect, test } from 'vitest'
import { twoDays } from '../publication.fixture.ts'
import { toDigestCard, toPaperCard, toSiteCard } from './card.ts'

const { context } = twoDays
const site = toSiteView(context.config, 'site')

test('a paper shows its title with math in letters, its authors, and when it was chosen', () => {
  const [, paper] = context.archive.papers.values()
  expect(paper && toPaperCard(toPaperView(paper, context), site)).toEqual({
    kicker: 'arXiv 2510.14853 · AAAI 2026',
    title: 'λ-Routing: Rewiring Experts & <Co>',
    lines: ['Guinan Su, Laurens van der Maaten and Qwen Team'],
    foot: ['The Daily Fold', 'Thursday, 16 October 2025'],
  })
})

test('a digest shows its day and its first papers', () => {
  const [digest] = context.archive.digests
  expect(digest && toDigestCard(toDigestView(digest, context), site)).toEqual({
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

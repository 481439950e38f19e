import { defineConfig } from '@broadsheet/view'

export default defineConfig({
  title: 'Broadsheet',
  description: 'A daily digest of the arXiv papers that matter, explained.',
  url: 'https://broadsheet.example',
  base: '/',
  language: 'en',
  timeZone: 'UTC',
  publishAt: '08:00',
  publisher: {
    name: 'Broadsheet',
    email: 'editor@broadsheet.example',
    postalAddress: 'Broadsheet, 1 Press Lane, Exampleton',
  },
  categories: { 'cs.CL': 'Computation and Language', 'cs.LG': 'Machine Learning' },
  topics: {
    aliases: { LLM: 'Large Language Models', LLMs: 'Large Language Models', RL: 'Reinforcement Learning' },
  },
  feed: { authority: 'broadsheet.example', year: 2025 },
  mail: {
    from: { name: 'Broadsheet', address: 'digest@broadsheet.example' },
    listId: 'digest.broadsheet.example',
  },
})

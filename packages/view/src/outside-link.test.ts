import { expect, test } from 'vitest'
import { toOutsideLink } from './outside-link.ts'

test.each([
  ['https://github.com/a/b', 'code', 'Code'],
  ['https://gitlab.com/a', 'code', 'Code'],
  ['https://huggingface.co/datasets/a', 'data', 'Data'],
  ['https://huggingface.co/a/model', 'data', 'Models'],
  ['https://zenodo.org/record/1', 'data', 'Data'],
  ['https://fold.github.io/crease', 'project', 'Project page'],
  ['https://www.fold.example/x', 'link', 'fold.example'],
])('%s is %s', (href, kind, label) => {
  expect(toOutsideLink(href)).toEqual({ href, kind, label })
})

test.each(['javascript:alert(1)', 'mailto:a@b.example', 'nothing'])('%s is none', (address) => {
  expect(toOutsideLink(address)).toBeUndefined()
})

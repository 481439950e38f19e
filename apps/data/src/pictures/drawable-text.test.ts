import { expect, test } from 'vitest'
import { toDrawableText } from './drawable-text.ts'

test.each([
  ['λ-GRPO: 50% ≤ ∞ × 𝒪(n²)', 'λ-GRPO: 50% ≤ ∞ × 𝒪(n²)'],
  ['αᵢ and x₂ and y⁻¹', 'αi and x2 and y−¹'],
  ['Łukasz 模型 Größe 🎉', 'Łukasz Größe'],
  ['Nguyễn', 'Nguyễn'],
])('%s is drawn as %s', (text, drawn) => {
  expect(toDrawableText(text)).toBe(drawn)
})

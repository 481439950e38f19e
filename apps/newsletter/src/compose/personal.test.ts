import { expect, test } from 'vitest'
import { fillPersonal, placeholders, withoutPlaceholders } from './personal.ts'

const addresses = {
  leave: 'https://a.example/$&',
  preferences: 'https://b.example/',
  confirm: 'https://c.example/',
}

test('puts each address in the place of its own placeholder, as it is', () => {
  const { leave, preferences, confirm } = placeholders
  expect(fillPersonal(`${leave} ${preferences} ${confirm} ${leave}`, addresses)).toBe(
    'https://a.example/$& https://b.example/ https://c.example/ https://a.example/$&',
  )
})

test.each(Object.values(placeholders))('takes %s out of what an author wrote', (placeholder) => {
  expect(fillPersonal(withoutPlaceholders(`x${placeholder}y`), addresses)).not.toContain('example')
})

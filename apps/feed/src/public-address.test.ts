import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::8a',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '2001:0:1::1',
  '2002:7f00:1::',
  '100::1',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

test('no address of a private network is public, however it is written', () => {
  fc.assert(
    fc.property(fc.nat(0xffffff), (rest) => {
      const parts = [rest >> 16, (rest >> 8) & 255, rest & 255]
      expect(isPublicAddress(`10.${parts.join('.')}`)).toBe(false)
      expect(isPublicAddress(`::ffff:10.${parts.join('.')}`)).toBe(false)
    }),
  )
})

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The first `length` characters of RFC 4648 base32 in lower case: safe in the local part of an address, where
 * some servers fold case.
 */
export function toBase32(bytes: Uint8Array, length: number): string {
  let text = ''
  let bits = 0
  let buffer = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += alphabet[(buffer >> bits) & 31]
    }
  }
  return text
}

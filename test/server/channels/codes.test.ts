import { expect, test } from 'vitest'
import { newCode, normalCode } from '../../../server/services/channels/code.ts'
import { isGenuine, signatureOf } from '../../../server/services/channels/signature.ts'

test('a code may be typed as people type', () => {
  for (let tries = 0; tries < 200; tries++) {
    const code = newCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(normalCode(typed)).toBe(code)
  }
})

test('every wrong character and every two that changed places are noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  for (let tries = 0; tries < 20; tries++) {
    const code = newCode().replaceAll('-', '')
    for (let at = 0; at < code.length; at++) {
      for (const letter of alphabet) {
        const wrong = code.slice(0, at) + letter + code.slice(at + 1)
        if (wrong !== code) expect(normalCode(wrong)).toBeUndefined()
      }
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
      if (at + 1 < code.length && swapped !== code) expect(normalCode(swapped)).toBeUndefined()
    }
  }
  expect(normalCode('')).toBeUndefined()
  expect(normalCode('AAAA-AAAA')).toBeUndefined()
})

test('a signature is that of the contract, worked out elsewhere', () => {
  // python3: base64.urlsafe_b64encode(hmac.new(b'key', b'tiyan1\ntown\nli-na\n1780300800', 'sha256').digest())
  expect(signatureOf('key', 'town', { p: 'li-na', e: '1780300800' })).toBe(
    'kGit6DydDgquVvvTfiru7-nkjfWgaJvOiit6IWddywc',
  )
})

test('a link is good until it ends, for a day at most, for its own person and survey', () => {
  const now = Date.parse('2026-06-01T08:00:00Z')
  const link = (e: number, p = 'li-na') => ({ p, e: String(e), h: signatureOf('key', 'town', { p, e: String(e) }) })
  const seconds = now / 1000
  expect(isGenuine('key', 'town', link(seconds), now)).toBe(true)
  expect(isGenuine('key', 'town', link(seconds + 86_400), now)).toBe(true)
  expect(isGenuine('key', 'town', link(seconds - 1), now)).toBe(false)
  expect(isGenuine('key', 'town', link(seconds + 86_401), now)).toBe(false)
  expect(isGenuine('key', 'village', link(seconds), now)).toBe(false)
  expect(isGenuine('key', 'town', { ...link(seconds), p: 'wang' }, now)).toBe(false)
  expect(isGenuine('key', 'town', { ...link(seconds), e: `${seconds}.5` }, now)).toBe(false)
  expect(isGenuine('key', 'town', { ...link(seconds), h: '' }, now)).toBe(false)
})

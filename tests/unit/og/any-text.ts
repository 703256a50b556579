import fc from 'fast-check'

const nasty = [
  '\u0000',
  '\u0007',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u200d',
  '\u200c',
  '\ufe0f',
  '\u00ad',
  '\u3164',
  '\u2028',
  '\ufffd',
  '\ue000',
  '\u0301',
  '\u0323',
  '\u20e3',
  'e',
  'n',
  ' ',
  '\u00a0',
  '<b>',
  '&amp;',
  '\u1100',
  '\u1161',
  '\u11a8',
  '가',
  '🇮',
  '🇩',
  '👩',
  '🏽',
  '👨‍👩‍👧‍👦',
  '\u{e0067}',
  '\u0915',
  '\u094d',
  'ا',
  'ب',
  '你',
  'の',
  '\u0e01',
  '\u0e33',
  'W',
  'i',
  '-',
  '/',
  '…',
]

/** Arbitrary text: well-formed or not, in any script, mixed with characters that often break programs. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 2 })), {
      maxLength: 600,
    })
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...nasty), fc.integer({ min: 1, max: 12_000 }))
    .map(([part, times]) => part.repeat(times)),
)

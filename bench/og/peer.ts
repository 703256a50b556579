import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ImageResponse } from '@vercel/og'
import type { Brand, CardWords } from '@/og/card/card'

type PeerArguments = ConstructorParameters<typeof ImageResponse>

/**
 * The card as a user of @vercel/og would write it: the same words in the same typeface at about the same size, set by
 * the library itself, on plain paper or on the picture at the address `ground`.
 */
export function peerCard(root: string) {
  const font = (weight: 500 | 800) => ({
    name: 'Plus Jakarta Sans',
    data: readFileSync(
      path.join(
        root,
        `node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`,
      ),
    ),
    weight,
    style: 'normal' as const,
  })
  const fonts = [font(500), font(800)]
  return (words: CardWords, brand: Brand, ground?: string): PeerArguments => [
    box(
      {
        width: '100%',
        height: '100%',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '56px 296px 64px 72px',
        backgroundColor: '#fdfbf7',
        color: '#1c1a17',
        fontFamily: 'Plus Jakarta Sans',
        ...(ground && { backgroundImage: `url(${ground})` }),
      },
      [
        box({ fontSize: 32, fontWeight: 800 }, brand.name),
        box(
          { fontSize: sizeFor(words.title), fontWeight: 800, lineHeight: 1.12, letterSpacing: '-0.01em' },
          words.title,
        ),
        box({ fontSize: 28, gap: 38 }, [
          box({ fontWeight: 800 }, words.byline ?? ''),
          box({ fontWeight: 500, color: '#5f5a52' }, words.detail ?? ''),
        ]),
      ],
    ),
    { width: 1200, height: 630, fonts },
  ]
}

/** Font sizes in steps, as people choose them by hand. */
const sizeFor = ({ length }: string) => (length < 20 ? 150 : length < 60 ? 98 : length < 130 ? 64 : 52)

const box = (style: object, children: unknown) =>
  ({ type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } }) as PeerArguments[0]

/** The place in which a platform puts the words of a page, relative to its card. */
type WordsPlace = 'over' | 'below' | 'beside' | 'above'

export type Platform = {
  /** A proper name, the same in every language. */
  name: string
  /** The ratio of the part that the platform shows, cut from the middle of 1200 by 630 pixels. */
  crop: { width: number; height: number }
  /** The greatest width of the card on the platform, in CSS pixels. */
  width: number
  place: WordsPlace
  shows: readonly ('host' | 'title' | 'summary')[]
}

/**
 * The crops as of November 2026. X cuts the card to two by one and lays the title over it. A message in WhatsApp
 * shows a square from its middle. The others show the whole card at their own size.
 */
export const platforms: readonly Platform[] = [
  { name: 'X', crop: { width: 2, height: 1 }, width: 506, place: 'over', shows: ['title'] },
  {
    name: 'Facebook',
    crop: { width: 1200, height: 630 },
    width: 500,
    place: 'below',
    shows: ['host', 'title', 'summary'],
  },
  {
    name: 'LinkedIn',
    crop: { width: 1200, height: 627 },
    width: 552,
    place: 'below',
    shows: ['title', 'host'],
  },
  {
    name: 'WhatsApp',
    crop: { width: 1, height: 1 },
    width: 92,
    place: 'beside',
    shows: ['title', 'summary', 'host'],
  },
  {
    name: 'Telegram',
    crop: { width: 1200, height: 630 },
    width: 430,
    place: 'above',
    shows: ['host', 'title', 'summary'],
  },
  {
    name: 'Slack',
    crop: { width: 1200, height: 630 },
    width: 360,
    place: 'above',
    shows: ['host', 'title', 'summary'],
  },
  {
    name: 'Discord',
    crop: { width: 1200, height: 630 },
    width: 400,
    place: 'above',
    shows: ['host', 'title', 'summary'],
  },
]

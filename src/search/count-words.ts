import type { Consumer } from '@/events/consume'
import { learnWords } from './learn-words'

/** Counts the words of articles after they were published. One count covers all events of a batch. */
export const countWords: Consumer = {
  name: 'search-words',
  handle: async (events, payload) => {
    if (events.some(({ collection }) => collection === 'articles')) await learnWords(payload)
  },
  batch: 1000,
}

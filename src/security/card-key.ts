import { environment } from '@/env'
import { derivedKey } from './derived-key'

/** The key that addresses of cards are signed with. */
export const cardKey = (): string => derivedKey(environment().secret ?? '', 'cards')

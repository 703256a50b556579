import { environment } from '@/env'
import { derivedKey } from './derived-key'

/** Returns the key that signs the addresses of cards. */
export const cardSigningKey = (): string => derivedKey(environment().secret ?? '', 'cards')

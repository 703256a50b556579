import { createHash } from 'node:crypto'
import { readerScript } from './reader-script'

/** What a Content-Security-Policy's `script-src` names to allow the reader's script without a nonce. */
export const readerScriptHash = `'sha256-${createHash('sha256').update(readerScript).digest('base64')}'`

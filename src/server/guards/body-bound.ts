import type { IncomingMessage } from 'node:http'
import { sentence } from '@/i18n/admin-words'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { largestUpload, uploadTypes } from '@/media/upload-limits'
import { type MultipartBound, multipartScanner } from './multipart'
import type { RequestRefusal } from './refusal'
import { carriesSession } from './session'

/** The bounds on the body of a request. */
export type BodyBound = {
  /** The most bytes. */
  most: number
  /** Is told each piece of the body as it arrives. */
  refusalOfPiece?: (piece: Buffer) => RequestRefusal | undefined
  tooLarge: RequestRefusal
  upload: boolean
}

const megabyte = 1024 * 1024

/** Strangers send forms to sign in. */
const mostOfStrangers = megabyte
/**
 * A post of 1 MB, the most that the import reads, is 11 MB as the editor's JSON where each line has marks and links
 * (bodies of the real blog are 1.2 to 6 times their Markdown).
 */
const mostOfUsers = 16 * megabyte
/** The admin panel sends the state of a form, which holds each value and what it was at first. */
export const mostOfActions = 2 * mostOfUsers
/** The words beside a picture. */
const besidePicture = megabyte

const multipartOfForms: MultipartBound = { parts: 1_000, files: 0, types: [] }
const multipartOfUploads: MultipartBound = { parts: 20, files: 1, types: uploadTypes }

/** Returns the bound of a request's body, or why it is refused whatever its size. */
export function bodyBound(
  { method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  secret: string,
): BodyBound | RequestRefusal {
  const path = url.split(/[?#]/, 1)[0] ?? url
  const multipart = /^multipart\//i.test(headers['content-type'] ?? '')
  const signedIn = carriesSession(headers, secret)
  const words = (pick: Parameters<typeof sentence>[1], values = {}) =>
    sentence(languageOf(headers), pick, values)
  const upload = multipart && method !== 'GET' && /^\/api\/media(?:\/[^/]*)?\/?$/.test(path)
  if (upload && !signedIn) return { status: 401, reason: words((w) => w.errors.uploadSignIn) }
  const most = upload
    ? largestUpload + besidePicture
    : signedIn
      ? path.startsWith('/admin')
        ? mostOfActions
        : mostOfUsers
      : mostOfStrangers
  const megabytes = Math.floor((upload ? largestUpload : most) / megabyte)
  const tooLarge = {
    status: 413,
    reason: words((w) => (upload ? w.errors.uploadTooLarge : w.errors.tooLarge), { megabytes }),
  }
  if (Number(headers['content-length'] ?? 0) > most) return tooLarge
  if (!multipart) return { most, tooLarge, upload }
  const wrongType = {
    status: 400,
    reason: words((w) => w.errors.uploadType, {
      types: uploadTypes.map((type) => type.replace('image/', '').toUpperCase()).join(', '),
    }),
  }
  const refusalOfPiece = multipartScanner(headers['content-type'] ?? '', {
    bound: upload ? multipartOfUploads : multipartOfForms,
    wrongType,
  })
  if (!refusalOfPiece)
    return { status: 400, reason: 'Expected one boundary in the Content-Type of a multipart body.' }
  return { most, tooLarge, upload, refusalOfPiece }
}

/** The language of the admin panel's user, by the panel's own cookie and by what its requests accept. */
const languageOf = ({ cookie = '', 'accept-language': acceptLanguage }: IncomingMessage['headers']) =>
  negotiateLocale({
    cookie: /(?:^|;\s*)terbit-lng=([^;]+)/.exec(cookie)?.[1],
    acceptLanguage,
  })

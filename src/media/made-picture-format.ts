import type { Made, MadePicture } from './make-picture.ts'
import type { SizeName } from './sizes.ts'

/** How a made picture goes from one process to another: a line of JSON, and the bytes of its files one after the other. */
const order = ['picture', 'small', 'medium', 'large'] as const

type Head = {
  placeholder: string | null
  files: { length: number; width: number; height: number }[]
}

export function writtenPicture({ picture, sizes, placeholder }: MadePicture): Buffer {
  const files = order.map((name) => (name === 'picture' ? picture : sizes[name]))
  const head: Head = {
    placeholder,
    files: files.map(({ data, width, height }) => ({ length: data.byteLength, width, height })),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...files.map(({ data }) => data)])
}

/**
 * Reads what `writtenPicture` wrote. A hostile picture may have taken over the process that wrote it, so nothing is believed.
 * @throws Error when it is something else
 */
export function madePictureFrom(bytes: Buffer): MadePicture {
  const end = bytes.indexOf('\n')
  const head: unknown = JSON.parse(bytes.toString('utf8', 0, Math.max(end, 0)))
  if (!isHead(head)) throw unexpected()
  let start = end + 1
  const [picture, small, medium, large] = head.files.map(({ length, width, height }): Made => {
    const data = bytes.subarray(start, start + length)
    start += length
    if (data.byteLength !== length || !isWebp(data)) throw unexpected()
    return { data, width, height }
  })
  if (start !== bytes.byteLength || !picture || !small || !medium || !large) throw unexpected()
  const sizes: Record<SizeName, Made> = { small, medium, large }
  return { picture, sizes, placeholder: head.placeholder }
}

const unexpected = () => new Error('Expected a made picture, found something else.')

/** https://developers.google.com/speed/webp/docs/riff_container */
const isWebp = (data: Buffer) =>
  data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP'

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('files' in value) || !('placeholder' in value))
    return false
  const { files, placeholder } = value
  return (
    Array.isArray(files) &&
    files.length === order.length &&
    files.every((file) => [file?.length, file?.width, file?.height].every(isCount)) &&
    (placeholder === null ||
      (typeof placeholder === 'string' &&
        /^data:image\/webp;base64,[A-Za-z0-9+/]{1,4000}={0,2}$/.test(placeholder)))
  )
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0

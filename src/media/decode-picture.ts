import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { slots } from '@/database/slots'
import { madePictureFrom } from './made-picture-format'
import type { MadePicture } from './make-picture'

/** The bytes that came in could not be made into a picture within the limits. */
export class NoPictureError extends Error {
  override name = 'NoPictureError'
}

export type DecodingLimits = {
  /** Milliseconds that one picture may take. */
  deadline: number
  /** Seconds of the processor that one picture may take. */
  processorSeconds: number
  /** Megabytes of memory that the process may ask for. */
  megabytes: number
  /** The program that decodes. Only tests use another one. */
  program: string
}

const limitsOfOurs = (): DecodingLimits => ({
  deadline: 60_000,
  processorSeconds: 20,
  megabytes: 1024,
  program: path.join(/* turbopackIgnore: true */ process.cwd(), 'src', 'media', 'decoder-program.ts'),
})

/** More than the files of any picture of ours. */
const mostBytes = 64 * 1024 * 1024

/** Pictures are decoded one at a time. Those who wait hold their file in memory. */
const decoders = slots({ max: 1, line: 12, patience: 60_000 })

/**
 * Makes the pictures of a file that came in, in a process of its own that ends afterwards: whoever sends a file that
 * breaks a decoder gets a process without secrets, without files to write, and with little time and memory.
 * @throws NoPictureError, or BusyError when too many are waiting.
 */
export async function decodePicture(
  bytes: Uint8Array,
  given: Partial<DecodingLimits> = {},
): Promise<MadePicture> {
  const giveBack = await decoders.take()
  try {
    const limits = { ...limitsOfOurs(), ...given }
    return madePictureFrom(await answerOf(startDecoder(limits), bytes, limits.deadline))
  } catch (cause) {
    throw new NoPictureError('Expected a picture that can be decoded within the limits.', { cause })
  } finally {
    giveBack()
  }
}

/**
 * Starts the process. A worker's limits would not bind libvips, and Node cannot set those of a process (rlimit), so a
 * shell does. Where there is none, the time alone is limited.
 */
function startDecoder({ processorSeconds, megabytes, program }: DecodingLimits): ChildProcess {
  const node = [process.execPath, '--max-old-space-size=64', '--disable-warning=ExperimentalWarning', program]
  const shell = '/bin/sh'
  const limited = 'ulimit -c 0; ulimit -f 0; ulimit -t "$0"; ulimit -d "$1"; shift; exec "$@"'
  const [command = '', ...args] = existsSync(shell)
    ? [shell, '-c', limited, String(processorSeconds), String(megabytes * 1024), ...node]
    : node
  return spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Nothing of ours: no secret, no address of the database.
    env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '1', VIPS_CONCURRENCY: '1', MALLOC_ARENA_MAX: '1' },
  })
}

function answerOf(child: ChildProcess, bytes: Uint8Array, deadline: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stop = (reason: string) => {
      child.kill('SIGKILL')
      reject(new Error(reason))
    }
    const timer = setTimeout(() => stop(`The decoder took longer than ${deadline} ms.`), deadline)
    const chunks: Buffer[] = []
    let size = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > mostBytes) stop(`The decoder answered more than ${mostBytes} bytes.`)
      else chunks.push(chunk)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(Buffer.concat(chunks))
      else reject(new Error(`The decoder ended with ${signal ?? `exit code ${code}`}.`))
    })
    // A process that ended early reads no further. Its end is what counts.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
  })
}

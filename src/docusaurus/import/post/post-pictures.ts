import { type Nodes, visit } from '@/markdown/mdast'
import type { MappedBody } from '@/markdown/read/to-body'
import { cardTitle, type Hero, heroOf } from '../../format/hero'
import { isLocal, isRemote, sitePath } from '../../format/local-picture'
import type { PostText } from './post'

/** Reports something to look at, by its line in the file. */
export type Warn = (line: number, code: string, message: string) => void

/** The file of a post, and the files of its site that are no text. */
type Surroundings = { file: string; assets: ReadonlySet<string>; warn: Warn }

/**
 * Finds the pictures that a body names, each once: files of the site, and pictures on other hosts.
 * @throws Refusal where a picture, or a link to another post, leads out of the site
 */
export function picturesIn(
  { root }: MappedBody,
  { bodyLine, file, ...surroundings }: Surroundings & { bodyLine: number },
): Pick<PostText, 'pictures' | 'remotePictures'> {
  const pictures = new Map<string, string>()
  const remote = new Map<string, number>()
  visit(root, (node) => {
    const line = (node.position?.start.line ?? 1) + bodyLine - 1
    if (node.type === 'link' && isLocal(node.url) && /\.mdx?(?:[?#]|$)/.test(node.url)) {
      sitePath(node.url, file, line)
    }
    if (node.type === 'image' && isRemote(node.url) && !remote.has(node.url)) remote.set(node.url, line)
    const address = pictureAddress(node)
    const found = address && localFile(address, { line, file, ...surroundings })
    if (address && found) pictures.set(address, found)
  })
  return {
    pictures: [...pictures].map(([address, path]) => ({ address, file: path })),
    remotePictures: [...remote].map(([address, line]) => ({ address, line })),
  }
}

/**
 * Reads the picture of a post itself from the address in its front matter.
 * @throws Refusal where it leads out of the site
 */
export function heroIn(
  address: string,
  { title, line, ...surroundings }: Surroundings & { title: string; line: number },
): Hero {
  const hero = heroOf(address, localFile(address, { line, ...surroundings }))
  const card = cardTitle(address)
  if (card !== undefined && card.trim() !== title) {
    surroundings.warn(
      line,
      'card-title-differs',
      `The card of the old system says \`${card}\`, the title says \`${title}\`.`,
    )
  }
  if (/\s/.test(address)) {
    surroundings.warn(line, 'address-with-spaces', `This address holds spaces: \`${address}\`. Write %20.`)
  }
  return hero
}

function pictureAddress(node: Nodes): string | undefined {
  if (node.type === 'image') return node.url
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined
  const source =
    node.name === 'img' ? node.attributes.find((one) => 'name' in one && one.name === 'src') : undefined
  return typeof source?.value === 'string' ? source.value : undefined
}

function localFile(
  address: string,
  { file, assets, line, warn }: Surroundings & { line: number },
): string | undefined {
  if (!isLocal(address)) return undefined
  const path = sitePath(address, file, line)
  if (assets.has(path)) return path
  warn(
    line,
    'picture-missing',
    `Expected the picture ${path} in the site, found none. Readers see its words alone.`,
  )
  return undefined
}

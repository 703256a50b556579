import type { Item } from '../../format/report'
import type { ExportArticle, ExportSite, KeptPost } from './export-plan'
import { PicturePlaces } from './pictures'
import { isPlace } from './places'
import { type ExportedPost, type Exporting, exportedPosts } from './post'
import type { SiteFileText } from './site-files/entries'
import { exportedSiteFiles } from './site-files/site-files'
import { tagKeysIn } from './site-files/tags'
import { ExportTerms } from './terms'

type Planner = {
  /** The files of an article, or the reason why it can have none. */
  posts: (article: ExportArticle, kept: readonly KeptPost[]) => { files: ExportedPost[]; refused: Item[] }
  /** authors.yml and the like, and the hashes of pictures by their paths. To be called after all posts. */
  rest: () => { files: SiteFileText[]; pictures: ReadonlyMap<string, string> }
}

/** Plans the files of a site, article by article. The same articles in the same order give the same files. */
export function planExport(site: ExportSite): Planner {
  const exporting: Exporting = {
    site,
    terms: new ExportTerms(site, tagKeysIn(site.files)),
    pictures: new PicturePlaces(site),
  }
  return {
    posts: (article, kept) => {
      const relative = site.places.get(article.id)
      if (relative === undefined) return { files: [], refused: [] }
      const { importPath } = article
      if (importPath !== null && !isPlace(importPath)) return { files: [], refused: [leavesSite(importPath)] }
      return { files: exportedPosts(article, kept, relative, exporting), refused: [] }
    },
    rest: () => ({ files: exportedSiteFiles(exporting), pictures: exporting.pictures.files }),
  }
}

const leavesSite = (file: string): Item => ({
  file,
  line: 1,
  code: 'path-leaves-site',
  message: 'Expected the path of a post in blog/, found another. Nothing of this article was written.',
})

import { decodedSegment, localeOf, pageNumber } from '../../../../params'
import { AuthorPage, authorMetadata } from '../../author'

type Args = { params: Promise<{ locale: string; slug: string; number: string }> }

export const generateStaticParams = () => []

const at = async (params: Args['params']) => ({
  locale: await localeOf(params),
  slug: decodedSegment((await params).slug),
  number: pageNumber((await params).number),
})

export const generateMetadata = async ({ params }: Args) => authorMetadata(await at(params))

const Page = async ({ params }: Args) => AuthorPage(await at(params))

export default Page

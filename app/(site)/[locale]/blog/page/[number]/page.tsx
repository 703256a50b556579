import { localeOf, pageNumber } from '../../../params'
import { ArticleListPage, articleListMetadata } from '../../list'

type Args = { params: Promise<{ locale: string; number: string }> }

export const generateStaticParams = () => []

const listOf = async (params: Args['params']) => ({
  locale: await localeOf(params),
  number: pageNumber((await params).number),
})

export const generateMetadata = async ({ params }: Args) => articleListMetadata(await listOf(params))

const Page = async ({ params }: Args) => ArticleListPage(await listOf(params))

export default Page

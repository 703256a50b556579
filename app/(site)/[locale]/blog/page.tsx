import { type LocaleParams, localeOf } from '../params'
import { ArticleListPage, articleListMetadata } from './list'

type Args = { params: LocaleParams }

export const generateMetadata = async ({ params }: Args) =>
  articleListMetadata({ locale: await localeOf(params), number: 1 })

const Page = async ({ params }: Args) => ArticleListPage({ locale: await localeOf(params), number: 1 })

export default Page

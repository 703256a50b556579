import { type LocaleParams, localeOf } from '../params'
import { ListPage, listMetadata } from './list'

type Args = { params: LocaleParams }

export const generateMetadata = async ({ params }: Args) =>
  listMetadata({ locale: await localeOf(params), number: 1 })

const Page = async ({ params }: Args) => ListPage({ locale: await localeOf(params), number: 1 })

export default Page

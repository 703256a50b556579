import { feedIn } from '../../../feed-answer'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

export const GET = feedIn('jsonFeed')

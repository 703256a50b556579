import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { boundedRest } from '@/security/bounded-rest'

export const GET = boundedRest(REST_GET(config))
export const POST = boundedRest(REST_POST(config))
export const DELETE = boundedRest(REST_DELETE(config))
export const PATCH = boundedRest(REST_PATCH(config))
export const PUT = boundedRest(REST_PUT(config))
export const OPTIONS = boundedRest(REST_OPTIONS(config))

import { fileURLToPath } from 'node:url'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { withOwnPaths } from '@/access/relation-paths'
import { postgresAdapter } from '@/database/adapter'
import { environment } from '@/env'
import { autonyms, fallbackForVisitors, locales } from '@/i18n/locales'
import { payloadLanguages } from '@/i18n/payload-languages'
import { payloadWords } from '@/i18n/payload-words'
import { serverLog } from '@/logs/server-log'
import { articleEditor } from '@/richtext/editor/editor'
import { consoleMail } from '@/security/console-mail'
import { collections, globals } from './collections'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { databaseConnections, databaseUrl, secret, siteUrl, smtpUrl } = environment()

const config = buildConfig({
  secret: secret ?? '',
  serverURL: siteUrl,
  cookiePrefix: 'terbit',
  telemetry: false,
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'd MMM yyyy, HH:mm',
    importMap: { baseDir: at('.') },
    meta: { titleSuffix: ' · Terbit', icons: [{ url: '/icons/favicon.svg', type: 'image/svg+xml' }] },
    components: {
      graphics: { Icon: '@/admin/brand#BrandIcon', Logo: '@/admin/brand#BrandLogo' },
      views: { login: { Component: '@/admin/sign-in/sign-in-view#SignInView' } },
    },
  },
  collections,
  globals,
  db: postgresAdapter({
    url: databaseUrl ?? '',
    connections: databaseConnections,
    migrationDir: at('./migrations'),
    push: false,
  }),
  editor: articleEditor,
  email: smtpUrl
    ? nodemailerAdapter({
        defaultFromAddress: `terbit@${new URL(siteUrl).hostname}`,
        defaultFromName: 'Terbit',
        transportOptions: smtpUrl,
        skipVerify: true,
      })
    : consoleMail(),
  experimental: { localizeStatus: true },
  graphQL: { disable: true },
  i18n: {
    fallbackLanguage: fallbackForVisitors,
    supportedLanguages: payloadLanguages,
    translations: payloadWords,
  },
  logger: serverLog(),
  localization: {
    locales: locales.map((code) => ({ code, label: autonyms[code] })),
    defaultLocale: fallbackForVisitors,
    defaultLocalePublishOption: 'active',
    fallback: false,
  },
  sharp,
  // If this were on, each command and each test would start a process that writes the file again.
  typescript: { autoGenerate: false, outputFile: at('./src/payload-types.ts') },
})

export default withOwnPaths(config)

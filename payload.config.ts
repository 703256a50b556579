import { fileURLToPath } from 'node:url'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { postgresAdapter } from '@/database/adapter'
import { environment } from '@/env'
import { autonyms, fallbackForVisitors, locales } from '@/i18n/locales'
import { articleEditor } from '@/richtext/editor'
import { lexicalTranslations } from '@/richtext/translations'
import { collections, globals } from './collections'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { databaseUrl, secret, siteUrl, smtpUrl } = environment()

export default buildConfig({
  secret: secret ?? '',
  serverURL: siteUrl,
  cookiePrefix: 'terbit',
  telemetry: false,
  admin: {
    user: 'users',
    avatar: 'default',
    importMap: { baseDir: at('.') },
    meta: { titleSuffix: ' · Terbit' },
  },
  collections,
  globals,
  db: postgresAdapter({ url: databaseUrl ?? '', migrationDir: at('./migrations'), push: false }),
  editor: articleEditor,
  email: smtpUrl
    ? nodemailerAdapter({
        defaultFromAddress: `terbit@${new URL(siteUrl).hostname}`,
        defaultFromName: 'Terbit',
        transportOptions: smtpUrl,
        skipVerify: true,
      })
    : undefined,
  experimental: { localizeStatus: true },
  graphQL: { disable: true },
  i18n: {
    fallbackLanguage: 'id',
    supportedLanguages: { id, en },
    translations: lexicalTranslations,
  },
  localization: {
    locales: locales.map((code) => ({ code, label: autonyms[code] })),
    defaultLocale: fallbackForVisitors,
    defaultLocalePublishOption: 'active',
    fallback: false,
  },
  sharp,
  typescript: { outputFile: at('./src/payload-types.ts') },
})

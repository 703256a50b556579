import type { GlobalConfig, TextFieldSingleValidation } from 'payload'
import { adminOnly, anyone, editors, roles, signedIn } from '@/access/roles'
import { label, sentence } from '@/i18n/admin-words'
import { docusaurusDefaultLocale, locales } from '@/i18n/locales'
import { recordSiteChange } from '@/publishing/terms/term'
import { signOutWithoutSecondFactor } from '@/security/second-factor/demand'
import { links, pathOrAddress, timeZone } from './fields'

const hexColour: TextFieldSingleValidation = (value, { req }) =>
  !value || /^#[0-9a-f]{6}$/i.test(value) || sentence(req.i18n.language, (w) => w.errors.colour)

/** The site itself: its name, menus and colours. */
export const site: GlobalConfig = {
  slug: 'site',
  label: label((w) => w.site.one),
  admin: {
    group: label((w) => w.groups.settings),
    hideAPIURL: true,
    components: { elements: { Description: '@/admin/editing/locale-in-address#LocaleInAddress' } },
  },
  access: { read: anyone, readVersions: signedIn, update: editors },
  versions: { max: 0 },
  hooks: { beforeChange: [signOutWithoutSecondFactor], afterChange: [recordSiteChange] },
  fields: [
    { name: 'name', type: 'text', localized: true, label: label((w) => w.site.name) },
    { name: 'tagline', type: 'text', localized: true, label: label((w) => w.site.tagline) },
    {
      name: 'navigation',
      type: 'array',
      label: label((w) => w.site.navigation),
      labels: { singular: label((w) => w.site.navigationItem), plural: label((w) => w.site.navigation) },
      fields: [
        { name: 'label', type: 'text', localized: true, label: label((w) => w.site.label) },
        {
          name: 'href',
          type: 'text',
          localized: true,
          label: label((w) => w.site.href),
          admin: { description: label((w) => w.site.hrefHelp) },
          validate: pathOrAddress,
        },
      ],
    },
    links('social', { one: () => label((w) => w.projects.link), many: () => label((w) => w.site.social) }),
    {
      name: 'accent',
      type: 'text',
      label: label((w) => w.site.accent),
      admin: { description: label((w) => w.site.accentHelp) },
      validate: hexColour,
    },
    { name: 'logo', type: 'upload', relationTo: 'media', label: label((w) => w.site.logo) },
    {
      ...timeZone,
      defaultValue: 'Asia/Jakarta',
      label: label((w) => w.site.timeZone),
      admin: { description: label((w) => w.site.timeZoneHelp) },
    },
    {
      name: 'oldDefaultLocale',
      type: 'select',
      defaultValue: docusaurusDefaultLocale,
      options: locales.map((value) => ({ value, label: label((w) => w.locales[value]) })),
      label: label((w) => w.site.oldDefaultLocale),
    },
    {
      name: 'secondFactorRoles',
      type: 'select',
      hasMany: true,
      options: roles.map((value) => ({ value, label: label((w) => w.users.roles[value]) })),
      label: label((w) => w.site.secondFactorRoles),
      access: { read: ({ req }) => signedIn({ req }), update: ({ req }) => adminOnly({ req }) },
      admin: { description: label((w) => w.site.secondFactorRolesHelp) },
    },
  ],
}

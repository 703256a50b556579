import { LanguagesCell as LanguagesCell_a0817cbb060172ed8f56d1520f5a9113 } from '@/admin/languages-cell'
import { TitleCell as TitleCell_c917fb857d8f07632c45b166aa907c78 } from '@/admin/title-cell'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CardPreview as CardPreview_3fe19180cc02d84366f745a1eb792a50 } from '@/admin/card-preview'
import { SlugField as SlugField_7f02cb6ea5690f9a315558538c94d090 } from '@/admin/slug-field'
import { DocumentHeading as DocumentHeading_4c85bf03aa4daf36a1bf689b51cf384e } from '@/admin/document-heading'
import { ProjectsDrawer as ProjectsDrawer_3e263aa47fa467d8807ab2a8c7af7a6a } from '@/admin/projects-of-article'
import { ProjectsMenuItem as ProjectsMenuItem_3e263aa47fa467d8807ab2a8c7af7a6a } from '@/admin/projects-of-article'
import { PreviewButton as PreviewButton_bc1a0a7566d4c7826192bb4ae6846951 } from '@/admin/preview-button'
import { PublishButton as PublishButton_d1ba31b1721bc3e9f6bfb56900d057fc } from '@/admin/publish-button'
import { EditView as EditView_208499da25947c7e09b28b0716aef2bc } from '@/admin/edit-view'
import { LocaleInAddress as LocaleInAddress_7a6c9a2be67b253546181f6d74546b2b } from '@/admin/locale-in-address'
import { BrandIcon as BrandIcon_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { BrandLogo as BrandLogo_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/languages-cell#LanguagesCell": LanguagesCell_a0817cbb060172ed8f56d1520f5a9113,
  "@/admin/title-cell#TitleCell": TitleCell_c917fb857d8f07632c45b166aa907c78,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/card-preview#CardPreview": CardPreview_3fe19180cc02d84366f745a1eb792a50,
  "@/admin/slug-field#SlugField": SlugField_7f02cb6ea5690f9a315558538c94d090,
  "@/admin/document-heading#DocumentHeading": DocumentHeading_4c85bf03aa4daf36a1bf689b51cf384e,
  "@/admin/projects-of-article#ProjectsDrawer": ProjectsDrawer_3e263aa47fa467d8807ab2a8c7af7a6a,
  "@/admin/projects-of-article#ProjectsMenuItem": ProjectsMenuItem_3e263aa47fa467d8807ab2a8c7af7a6a,
  "@/admin/preview-button#PreviewButton": PreviewButton_bc1a0a7566d4c7826192bb4ae6846951,
  "@/admin/publish-button#PublishButton": PublishButton_d1ba31b1721bc3e9f6bfb56900d057fc,
  "@/admin/edit-view#EditView": EditView_208499da25947c7e09b28b0716aef2bc,
  "@/admin/locale-in-address#LocaleInAddress": LocaleInAddress_7a6c9a2be67b253546181f6d74546b2b,
  "@/admin/brand#BrandIcon": BrandIcon_0a2e3c1b14ec50497c79d4122a745fd5,
  "@/admin/brand#BrandLogo": BrandLogo_0a2e3c1b14ec50497c79d4122a745fd5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

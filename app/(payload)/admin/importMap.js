import { LanguagesCell as LanguagesCell_3699a88caa270304f7d7054ef9deba2e } from '@/admin/languages/languages-cell'
import { TitleCell as TitleCell_51f61bc413a4e48a73bf59d2f2ef94f8 } from '@/admin/languages/title-cell'
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
import { CardPreview as CardPreview_2bf2a2ff041c52d6f02324649e157b50 } from '@/admin/card/card-preview'
import { SlugField as SlugField_33cd92695afa4bf914a3168f9dae4b46 } from '@/admin/editing/slug-field'
import { DocumentHeading as DocumentHeading_2f555ca8d63bdeb927a3c51bd6c1efcf } from '@/admin/editing/document-heading'
import { ProjectsDrawer as ProjectsDrawer_67a862aa5f0f4b3967f947c0998a9833 } from '@/admin/projects/projects-of-article'
import { ProjectsMenuItem as ProjectsMenuItem_67a862aa5f0f4b3967f947c0998a9833 } from '@/admin/projects/projects-of-article'
import { PreviewButton as PreviewButton_c42a19c0951f0dfdd7d607507f630d47 } from '@/admin/editing/preview-button'
import { PublishButton as PublishButton_09b5b45876d9862f9b864d4e8a8dd267 } from '@/admin/editing/publish-button'
import { EditView as EditView_4d1ff01e6777850b7bd39497add4cf5a } from '@/admin/editing/edit-view'
import { LocaleInAddress as LocaleInAddress_2b877068ca06151c93cefc2074ad6527 } from '@/admin/editing/locale-in-address'
import { SigningIn as SigningIn_70f407e9d29b97332b2d0025126c5c12 } from '@/admin/account/signing-in'
import { BrandIcon as BrandIcon_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { BrandLogo as BrandLogo_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { SignInView as SignInView_cae5eb6df23c3979f2a6723c803ff2de } from '@/admin/sign-in/sign-in-view'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/languages/languages-cell#LanguagesCell": LanguagesCell_3699a88caa270304f7d7054ef9deba2e,
  "@/admin/languages/title-cell#TitleCell": TitleCell_51f61bc413a4e48a73bf59d2f2ef94f8,
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
  "@/admin/card/card-preview#CardPreview": CardPreview_2bf2a2ff041c52d6f02324649e157b50,
  "@/admin/editing/slug-field#SlugField": SlugField_33cd92695afa4bf914a3168f9dae4b46,
  "@/admin/editing/document-heading#DocumentHeading": DocumentHeading_2f555ca8d63bdeb927a3c51bd6c1efcf,
  "@/admin/projects/projects-of-article#ProjectsDrawer": ProjectsDrawer_67a862aa5f0f4b3967f947c0998a9833,
  "@/admin/projects/projects-of-article#ProjectsMenuItem": ProjectsMenuItem_67a862aa5f0f4b3967f947c0998a9833,
  "@/admin/editing/preview-button#PreviewButton": PreviewButton_c42a19c0951f0dfdd7d607507f630d47,
  "@/admin/editing/publish-button#PublishButton": PublishButton_09b5b45876d9862f9b864d4e8a8dd267,
  "@/admin/editing/edit-view#EditView": EditView_4d1ff01e6777850b7bd39497add4cf5a,
  "@/admin/editing/locale-in-address#LocaleInAddress": LocaleInAddress_2b877068ca06151c93cefc2074ad6527,
  "@/admin/account/signing-in#SigningIn": SigningIn_70f407e9d29b97332b2d0025126c5c12,
  "@/admin/brand#BrandIcon": BrandIcon_0a2e3c1b14ec50497c79d4122a745fd5,
  "@/admin/brand#BrandLogo": BrandLogo_0a2e3c1b14ec50497c79d4122a745fd5,
  "@/admin/sign-in/sign-in-view#SignInView": SignInView_cae5eb6df23c3979f2a6723c803ff2de,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

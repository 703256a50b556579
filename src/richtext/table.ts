import { EXPERIMENTAL_TableFeature } from '@payloadcms/richtext-lexical'

export const tableFeature = () => EXPERIMENTAL_TableFeature()

import type { Body } from './nodes'
export const withBlockIds = ({ body }: { body: Body; previous?: Body; scope: string }): Body => body

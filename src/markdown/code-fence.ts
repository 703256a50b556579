/** Finds the marker that opens or closes fenced code, also in quotes and lists: '> ```ts' -> '```'. */
export const fenceIn = (line: string): string | undefined => fence.exec(line)?.[1]

const fence = /^(?:[ \t]|>|[-*+] |\d+[.)] )*(`{3,}|~{3,})/

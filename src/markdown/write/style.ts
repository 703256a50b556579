/** The choices a file makes where Markdown has several spellings for one thing. */
export type Style = {
  bullet: '-' | '*' | '+'
  bulletOrdered: '.' | ')'
  /** True when ordered lists count (1. 2. 3.), false when they repeat their first number (1. 1. 1.). */
  counting: boolean
  emphasis: '*' | '_'
  strong: '*' | '_'
  fence: '`' | '~'
  rule: '-' | '*' | '_'
  /** The indent of an item's text beyond its marker: `one` column, or up to a tab stop. */
  itemIndent: 'one' | 'tab' | 'mixed'
  quote: '"' | "'"
  tableCellPadding: boolean
  tablePipeAlign: boolean
  /** `<br/>` rather than `<br />`. */
  tightTags: boolean
  /** `:::note[Title]` rather than `:::note Title`. */
  bracketedTitles: boolean
}

export const usualStyle: Style = {
  bullet: '-',
  bulletOrdered: '.',
  counting: true,
  emphasis: '*',
  strong: '*',
  fence: '`',
  rule: '-',
  itemIndent: 'one',
  quote: '"',
  tableCellPadding: true,
  tablePipeAlign: true,
  tightTags: false,
  bracketedTitles: false,
}

/** Reads the style of a file from its source. The usual style wins ties and fills in what the source does not show. */
export function styleOf(source: string): Style {
  const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0
  const most = <Sign extends string>(usual: Sign, others: [Sign, RegExp][], usualPattern: RegExp): Sign => {
    let best: { sign: Sign; times: number } = { sign: usual, times: count(usualPattern) }
    for (const [sign, pattern] of others) {
      const times = count(pattern)
      if (times > best.times) best = { sign, times }
    }
    return best.sign
  }
  const rows = source.match(/^\s*\|.*\|\s*$/gm) ?? []
  const delimiters = rows.filter((row) => /^[\s|:-]+$/.test(row))
  return {
    bullet: most(
      '-',
      [
        ['*', /^ *\* +\S/gm],
        ['+', /^ *\+ +\S/gm],
      ],
      /^ *- +\S/gm,
    ),
    bulletOrdered: most('.', [[')', /^ *\d+\) +\S/gm]], /^ *\d+\. +\S/gm),
    counting: count(/^ *1[.)] .*\n(?: +.*\n|\n)*? *1[.)] /gm) === 0 || count(/^ *2[.)] /gm) > 0,
    emphasis: most(
      '*',
      [['_', /(?<![\w_])_(?![\s_])[^_\n]+_(?![\w_])/g]],
      /(?<![\w*])\*(?![\s*])[^*\n]+\*(?![\w*])/g,
    ),
    strong: most('*', [['_', /(?<![\w_])__(?![\s_])/g]], /(?<!\*)\*\*(?![\s*])/g),
    fence: most('`', [['~', /^ *~~~/gm]], /^ *```/gm),
    rule: most(
      '-',
      [
        ['*', /^(?:\*\s*){3,}$/gm],
        ['_', /^(?:_\s*){3,}$/gm],
      ],
      /^(?:-\s*){3,}$/gm,
    ),
    itemIndent: count(/^ *[-*+] {3}\S/gm) > count(/^ *[-*+] \S/gm) ? 'tab' : 'one',
    quote: most('"', [["'", /\]\([^()\s]+ '/g]], /\]\([^()\s]+ "/g),
    tableCellPadding: rows.length === 0 || rows.some((row) => /\| \S/.test(row)),
    tablePipeAlign: delimiters.length === 0 || delimiters.some((row) => /-{4}/.test(row)),
    bracketedTitles: count(/^\s*:{3,}\w+\[/gm) > count(/^\s*:{3,}\w+[ \t]+\S/gm),
    tightTags: count(/\S\/>/g) > count(/ \/>/g),
  }
}

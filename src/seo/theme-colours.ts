/** The paper of each theme, as `--paper` of the style sheet has it. */
export const themeColours = { light: '#fdfbf7', dark: '#141310' } as const

/** The colour of the paper in each theme, equal to `--paper` in the style sheet. */
export const themeColours = { light: '#fdfbf7', dark: '#141310' } as const

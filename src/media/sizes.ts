/** The smaller sizes of a picture, with their widths in pixels. */
export const sizeWidths: Record<SizeName, number> = { small: 480, medium: 960, large: 1600 }

export type SizeName = 'small' | 'medium' | 'large'

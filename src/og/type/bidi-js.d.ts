declare module 'bidi-js' {
  type EmbeddingLevels = {
    paragraphs: { start: number; end: number; level: number }[]
    levels: Uint8Array
  }
  export default function bidiFactory(): {
    getEmbeddingLevels: (text: string, baseDirection?: 'ltr' | 'rtl' | 'auto') => EmbeddingLevels
  }
}

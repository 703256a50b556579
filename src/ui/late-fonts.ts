/** Faces that few pages show at their beginning: CSS would fetch them with the page, wherever on it they are used. */
const faces = [
  {
    family: 'Terbit Serif',
    source: 'url(/fonts/terbit-serif-italic.v1.woff2)',
    descriptors: { style: 'italic', weight: '400', display: 'swap' },
    elements: 'em, i, cite, blockquote, .picture-missing',
  },
  {
    family: 'Terbit Math',
    source: 'local("STIX Two Math"), local("Cambria Math"), url(/fonts/terbit-math.v1.woff2)',
    descriptors: { display: 'swap' },
    elements: 'math',
  },
]

/** Part of the reader's script: fetches each face when something that is set in it comes near. Until then it is set in what is there. */
export const lateFonts = `for (const { family, source, descriptors, elements } of ${JSON.stringify(faces)}) {
      const near = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        near.disconnect()
        document.fonts.add(new FontFace(family, source, descriptors))
      }, { rootMargin: '600px' })
      for (const element of all(elements)) near.observe(element)
    }`

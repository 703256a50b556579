/**
 * Faces that few pages need in their first view. CSS would fetch them together with the page, wherever they are
 * used.
 */
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

/**
 * Part of the reader's script. It fetches the faces that a page uses when the reader first scrolls, clicks or
 * types, or when an element set in such a face is in view. Until then the element is set in an available font.
 */
export const lateFonts = `const late = ${JSON.stringify(faces)}.filter(({ elements }) => document.querySelector(elements))
    const arrive = (face) => {
      late.splice(late.indexOf(face), 1)
      document.fonts.add(new FontFace(face.family, face.source, face.descriptors))
    }
    const inView = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) for (const face of [...late]) if (target.matches(face.elements)) arrive(face)
    })
    for (const { elements } of late) for (const element of all(elements)) inView.observe(element)
    for (const sign of ['scroll', 'pointerdown', 'keydown']) addEventListener(sign, () => {
      // Browsers say that they scrolled when they have put a new page at its top.
      if (sign !== 'scroll' || scrollY > 0) for (const face of [...late]) arrive(face)
    }, { passive: true })`

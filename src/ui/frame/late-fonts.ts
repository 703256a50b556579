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

/**
 * Part of the reader's script: fetches the faces that a page uses when its reader does anything at all, or what is set
 * in one is in view from the start. Until then it is set in what is there.
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

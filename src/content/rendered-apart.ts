/**
 * Makes something of each document, and leaves out the documents of which it cannot be made, such as an article that
 * nests too deep to be rendered: it harms its own page and no feed or list. What is left out is logged.
 */
export async function renderedApart<Doc extends { id: string }, Made>(
  docs: readonly Doc[],
  make: (doc: Doc) => Made | Promise<Made>,
): Promise<Made[]> {
  const made = await Promise.allSettled(docs.map(async (doc) => make(doc)))
  return made.flatMap((one, index) => {
    if (one.status === 'fulfilled') return [one.value]
    console.error(`The document ${docs[index]?.id} is left out, because it cannot be rendered:`, one.reason)
    return []
  })
}

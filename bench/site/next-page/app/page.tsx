import { readFile } from 'node:fs/promises'

export const dynamic = 'force-static'

/** The article of BENCH_ARTICLE, as bare as Next can serve it. */
export default async function Page() {
  const { title, html } = JSON.parse(await readFile(process.env.BENCH_ARTICLE ?? '', 'utf8'))
  return (
    <main>
      <title>{title}</title>
      <h1>{title}</h1>
      <article dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  )
}

/** A description of the page for machines. `json` comes from `jsonForScript`, which makes it safe to print here. */
export function JsonLdScript({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

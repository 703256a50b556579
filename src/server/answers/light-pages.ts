/**
 * A page of readers without Next's runtime, which would weigh two thirds of it and has nothing to do there: these pages
 * hold no component of the browser's. Taken out are the scripts that Next adds: its chunks, the data to hydrate from,
 * and hints to load either.
 */
export const withoutRuntime = (html: string): string =>
  html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (script, attributes: string, text: string) =>
      isRuntime(attributes, text) ? '' : script,
    )
    .replace(/<link rel="preload" as="script"[^>]*>/g, '')

/** A page that keeps Next's runtime: its scripts carry the nonce, which is asked for only then. No other script gets it. */
export const withNonce = (html: string, nonce: () => string): string =>
  html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (script, attributes: string, text: string) =>
      isRuntime(attributes, text) ? script.replace('<script', `<script nonce="${nonce()}"`) : script,
    )
    .replace(/<link rel="preload" as="script"/g, (link) => `${link} nonce="${nonce()}"`)

const isRuntime = (attributes: string, text: string): boolean =>
  attributes.includes('src="/_next/') ||
  /^\(self\.__next_f=|^self\.__next_f\.push\(|^\(?globalThis\["TURBOPACK"\]|^requestAnimationFrame\(function\(\)\{\$RT=/.test(
    text,
  )

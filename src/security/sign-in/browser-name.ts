const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * Names a browser so that its owner recognizes it: 'Firefox, Linux'. Uses only names from the lists above, so that
 * nothing of what a client sent reaches a page or a mail.
 */
export function browserName(userAgent: string | null): string | undefined {
  const known = [browsers, systems].flatMap(
    (list) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? [],
  )
  return known.length > 0 ? known.join(', ') : undefined
}

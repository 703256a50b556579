const hidden = '[redacted]'

/** Names of fields whose values no log may show. */
const names =
  'authorization|proxy-authorization|cookie|set-cookie|x-csrf-token|password|pass|token|access_token|refresh_token|' +
  'resetPasswordToken|reset_password_token|verificationToken|_verificationToken|secret|apiKey|api_key|hash|salt|totp'

const patterns: [RegExp, string][] = [
  // "password":"x" and "set-cookie":["x","y"]
  [
    new RegExp(
      `("(?:${names})"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"|\\[(?:"(?:[^"\\\\]|\\\\.)*"|[^\\]"])*\\]|[\\d.]+)`,
      'gi',
    ),
    `$1"${hidden}"`,
  ],
  // The same within a text that was itself made JSON: \"password\":\"x\"
  [new RegExp(`(\\\\"(?:${names})\\\\"\\s*:\\s*\\\\")[^"\\\\]*`, 'gi'), `$1${hidden}`],
  // As Node prints objects: password: 'x'
  [new RegExp(`((?:${names})['"]?\\s*:\\s*')[^']*`, 'gi'), `$1${hidden}`],
  // ?token=x
  [/([?&;](?:token|key|secret|signature|password|code)=)[^&\s"'#\\]+/gi, `$1${hidden}`],
  [/\b(Bearer|JWT|Basic) [\w.~+/=-]{6,}/g, `$1 ${hidden}`],
  // A JSON Web Token, wherever it stands.
  [/\beyJ[\w-]{5,}\.eyJ[\w-]{5,}\.[\w-]+/g, hidden],
  // terbit-token=x and __Host-terbit-token=x
  [/\b((?:__Host-)?terbit-(?:token|setup)=)[^;\s"'\\]+/gi, `$1${hidden}`],
  // postgres://user:password@host
  [/\b([a-z][a-z\d+.-]*:\/\/[^\s:/@"']*:)[^\s@"']+@/gi, `$1${hidden}@`],
  // Drizzle's errors list the values of a failed query, such as the hash of a password (DrizzleQueryError).
  [/((?:\\n|\n)params: )(?:(?!\\n|\n)(?:[^"\\]|\\.))*/g, `$1${hidden}`],
]

/**
 * Takes secrets out of a line of the log.
 * `{"url":"/setup?token=abc"}` -> `{"url":"/setup?token=[redacted]"}`
 * @param secrets texts that are secret wherever they stand
 */
export function redact(line: string, secrets: readonly string[] = []): string {
  let clean = line
  for (const secret of secrets) if (secret.length >= 8) clean = clean.replaceAll(secret, hidden)
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
  return clean
}

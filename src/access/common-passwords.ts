/** Fewer guesses than this are made by anybody who tries lists of passwords and their variations. */
const fewGuesses = 1e8

/** The longest part that is looked at: the search for patterns takes longer with every character. */
const longestLooked = 128

/** Words that people of this site's languages choose, and the lists of the package do not hold. */
const local = [
  'terbit',
  'katasandi',
  'sandi',
  'rahasia',
  'indonesia',
  'merdeka',
  'pancasila',
  'garuda',
  'nusantara',
  'bismillah',
  'alhamdulillah',
  'assalamualaikum',
  'sayang',
  'sayangku',
  'cinta',
  'cintaku',
  'jakarta',
  'bandung',
  'surabaya',
  'penulis',
  'redaksi',
  'majalah',
]

/**
 * True when a password is among those that are guessed first: a common one, a variation of it ("P@ssw0rd1234"), a row of
 * keys, a repetition, or words about the user such as their name.
 */
export async function isCommonPassword(password: string, about: string[] = []): Promise<boolean> {
  const words = about.flatMap((word) => [word, ...word.split(/[@.\s_-]+/)]).filter((word) => word.length > 2)
  const estimator = await loaded()
  return estimator.check(password.slice(0, longestLooked), words).guesses < fewGuesses
}

let estimating: ReturnType<typeof load> | undefined

/** Loads the lists with the first new password, for most processes never see one. */
function loaded() {
  estimating ??= load()
  return estimating
}

async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary: { ...dictionary, local }, graphs: adjacencyGraphs })
}

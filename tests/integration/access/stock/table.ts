/**
 * Who may do what, over REST. `who-may-do-what.test.ts` executes this specification cell by cell, in each language.
 *
 * yes        allowed
 * no         refused: 401, 403 or 404
 * own        allowed with one's own: an article that one began or that carries one's byline, one's byline, one's
 *            account, one's preferences. Documents of others are refused, or left out of what is found
 * others     allowed only with documents of others
 * en         allowed in English, the language of this translator, and refused in Indonesian
 * published  only what is published in the language asked for
 * none       the collection has no such data: every request is answered without data and without an effect
 *
 * The deactivated user was an admin, and still holds a token from that time.
 */
export const accessTable: Record<string, string> = {
  articles: `
                              visitor    author  translator  editor  admin  deactivated
    find                      published  yes     yes         yes     yes    published
    count                     published  yes     yes         yes     yes    published
    find one                  published  yes     yes         yes     yes    published
    create                    no         yes     no          yes     yes    no
    duplicate                 no         yes     no          yes     yes    no
    update                    no         own     en          yes     yes    no
    autosave                  no         own     en          yes     yes    no
    publish                   no         own     en          yes     yes    no
    unpublish                 no         own     en          yes     yes    no
    publish all languages     no         own     no          yes     yes    no
    unpublish all languages   no         own     no          yes     yes    no
    update many               no         own     en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             no         yes     yes         yes     yes    no
    find one version          no         yes     yes         yes     yes    no
    restore                   no         own     en          yes     yes    no
    see states of languages   no         yes     yes         yes     yes    no
    see listed projects       no         no      no          yes     yes    no
    take listed projects      no         no      no          yes     yes    no
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  projects: `
                              visitor    author  translator  editor  admin  deactivated
    find                      published  yes     yes         yes     yes    published
    count                     published  yes     yes         yes     yes    published
    find one                  published  yes     yes         yes     yes    published
    create                    no         no      no          yes     yes    no
    duplicate                 no         no      no          yes     yes    no
    update                    no         no      en          yes     yes    no
    autosave                  no         no      en          yes     yes    no
    publish                   no         no      en          yes     yes    no
    unpublish                 no         no      en          yes     yes    no
    publish all languages     no         no      no          yes     yes    no
    unpublish all languages   no         no      no          yes     yes    no
    update many               no         no      en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             no         yes     yes         yes     yes    no
    find one version          no         yes     yes         yes     yes    no
    restore                   no         no      en          yes     yes    no
    see states of languages   no         yes     yes         yes     yes    no
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  authors: `
                              visitor    author  translator  editor  admin  deactivated
    find                      yes        yes     yes         yes     yes    yes
    count                     yes        yes     yes         yes     yes    yes
    find one                  yes        yes     yes         yes     yes    yes
    create                    no         no      no          yes     yes    no
    duplicate                 no         no      no          yes     yes    no
    update                    no         own     en          yes     yes    no
    update many               no         own     en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             no         yes     yes         yes     yes    no
    find one version          no         yes     yes         yes     yes    no
    restore                   no         own     no          yes     yes    no
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  tags: `
                              visitor    author  translator  editor  admin  deactivated
    find                      yes        yes     yes         yes     yes    yes
    count                     yes        yes     yes         yes     yes    yes
    find one                  yes        yes     yes         yes     yes    yes
    create                    no         no      no          yes     yes    no
    duplicate                 no         no      no          yes     yes    no
    update                    no         no      en          yes     yes    no
    update many               no         no      en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             no         yes     yes         yes     yes    no
    find one version          no         yes     yes         yes     yes    no
    restore                   no         no      no          yes     yes    no
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  categories: `
                              visitor    author  translator  editor  admin  deactivated
    find                      yes        yes     yes         yes     yes    yes
    count                     yes        yes     yes         yes     yes    yes
    find one                  yes        yes     yes         yes     yes    yes
    create                    no         no      no          yes     yes    no
    duplicate                 no         no      no          yes     yes    no
    update                    no         no      en          yes     yes    no
    update many               no         no      en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             no         yes     yes         yes     yes    no
    find one version          no         yes     yes         yes     yes    no
    restore                   no         no      no          yes     yes    no
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  media: `
                              visitor    author  translator  editor  admin  deactivated
    find                      yes        yes     yes         yes     yes    yes
    count                     yes        yes     yes         yes     yes    yes
    find one                  yes        yes     yes         yes     yes    yes
    get the file              yes        yes     yes         yes     yes    yes
    create                    no         yes     yes         yes     yes    no
    paste an address          none       none    none        none    none   none
    update                    no         no      en          yes     yes    no
    replace the file          no         no      no          yes     yes    no
    update many               no         no      en          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  redirects: `
                              visitor    author  translator  editor  admin  deactivated
    find                      no         yes     yes         yes     yes    no
    count                     no         yes     yes         yes     yes    no
    find one                  no         yes     yes         yes     yes    no
    create                    no         no      no          yes     yes    no
    update                    no         no      no          yes     yes    no
    update many               no         no      no          yes     yes    no
    delete                    no         no      no          yes     yes    no
    delete many               no         no      no          yes     yes    no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  users: `
                              visitor    author  translator  editor  admin  deactivated
    find                      no         own     own         own     yes    no
    count                     no         own     own         own     yes    no
    find one                  no         own     own         own     yes    no
    create                    no         no      no          no      yes    no
    update                    no         own     own         own     yes    no
    update many               no         own     own         own     yes    no
    delete                    no         no      no          no      others no
    delete many               no         no      no          no      others no
    unlock                    no         no      no          no      yes    no
    see sessions              no         own     own         own     yes    no
    end sessions              no         own     own         own     yes    no
    end one session           no         own     own         own     yes    no
    export what is kept       no         own     own         own     yes    no
    erase                     no         no      no          no      others no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  sources: `
                              visitor    author  translator  editor  admin  deactivated
    find                      no         no      no          no      no     no
    count                     no         no      no          no      no     no
    find one                  no         no      no          no      no     no
    create                    no         no      no          no      no     no
    update                    no         no      no          no      no     no
    update many               no         no      no          no      no     no
    delete                    no         no      no          no      no     no
    delete many               no         no      no          no      no     no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  'globals/site': `
                              visitor    author  translator  editor  admin  deactivated
    read                      yes        yes     yes         yes     yes    yes
    write                     no         no      no          yes     yes    no
    read versions             no         yes     yes         yes     yes    no
    read one version          no         yes     yes         yes     yes    no
    restore the global        no         no      no          yes     yes    no
    ask for global rights     yes        yes     yes         yes     yes    yes`,

  // Payload's own collection. Every user who edits sees who else is editing what.
  'payload-locked-documents': `
                              visitor    author  translator  editor  admin  deactivated
    find                      no         yes     yes         yes     yes    no
    count                     no         yes     yes         yes     yes    no
    find one                  no         yes     yes         yes     yes    no
    create                    no         yes     yes         yes     yes    no
    duplicate                 no         yes     yes         yes     yes    no
    update                    no         yes     yes         yes     yes    no
    update many               no         yes     yes         yes     yes    no
    delete                    no         yes     yes         yes     yes    no
    delete many               no         yes     yes         yes     yes    no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  // Asked for by key instead of id, because Payload's own endpoint for keys comes before those for ids.
  'payload-preferences': `
                              visitor    author  translator  editor  admin  deactivated
    read a preference         none       yes     yes         yes     yes    none
    set a preference          no         yes     yes         yes     yes    no
    drop a preference         no         yes     yes         yes     yes    no
    find                      no         own     own         own     own    no
    count                     none       none    none        none    none   none
    find one                  none       none    none        none    none   none
    create                    no         yes     yes         yes     yes    no
    duplicate                 no         own     own         own     own    no
    update                    no         own     own         own     own    no
    update many               no         own     own         own     own    no
    delete                    none       none    none        none    none   none
    delete many               no         own     own         own     own    no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  'payload-kv': `
                              visitor    author  translator  editor  admin  deactivated
    find                      no         no      no          no      no     no
    count                     no         no      no          no      no     no
    find one                  no         no      no          no      no     no
    create                    no         no      no          no      no     no
    duplicate                 no         no      no          no      no     no
    update                    no         no      no          no      no     no
    update many               no         no      no          no      no     no
    delete                    no         no      no          no      no     no
    delete many               no         no      no          no      no     no
    find versions             none       none    none        none    none   none
    find one version          none       none    none        none    none   none
    restore                   none       none    none        none    none   none
    ask for own rights        yes        yes     yes         yes     yes    yes`,

  // This collection has no endpoints.
  'payload-migrations': `
                              visitor    author  translator  editor  admin  deactivated`,
}

/**
 * Endpoints of signing in. `signing-in.test.ts`, `passwords.test.ts`, `second-factor.test.ts` and `first-user.test.ts`
 * specify them.
 */
export const endpointsOfSigningIn = [
  'post /first-register',
  'post /forgot-password',
  'get /init',
  'post /login',
  'post /logout',
  'get /me',
  'post /refresh-token',
  'post /reset-password',
  'get /second-factor',
  'post /second-factor',
  'post /second-factor/confirm',
  'post /second-factor/off',
  'post /verify/:id',
]

export const columns = ['visitor', 'author', 'translator', 'editor', 'admin', 'deactivated'] as const
export type Column = (typeof columns)[number]

const words = ['yes', 'no', 'own', 'others', 'en', 'published', 'none'] as const
export type Permission = (typeof words)[number]

export type Row = { collection: string; operation: string; cells: Record<Column, Permission> }

/** Returns the rows of the table, after checking them for unknown words and missing cells. */
export function rows(): Row[] {
  return Object.entries(accessTable).flatMap(([collection, text]) => {
    const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
    if (head.trim().split(/\s+/).join() !== columns.join())
      throw new Error(`Expected the columns ${columns.join(', ')} of ${collection}, got:${head}`)
    return lines.map((line) => {
      const operation = line.slice(0, 30).trim()
      const cells = line.slice(30).trim().split(/\s+/)
      if (cells.length !== columns.length || !cells.every(isWord))
        throw new Error(`Expected ${columns.length} of the words ${words.join(', ')}, got: ${line.trim()}`)
      const named = columns.map((column, n) => [column, cells[n]])
      return { collection, operation, cells: Object.fromEntries(named) as Row['cells'] }
    })
  })
}

const isWord = (word: string): word is Permission => words.some((known) => known === word)

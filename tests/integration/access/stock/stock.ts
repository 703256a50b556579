import type { Payload } from 'payload'
import { make, type Owner, type State, type Subject } from './documents'
import type { Target } from './operations'
import type { People } from './people'
import type { Column } from './table'

const owners: Record<string, Owner[]> = {
  articles: ['begun by me', 'under my byline', "another's"],
  authors: ['under my byline', "another's"],
  users: ['mine', "another's"],
}

const withDrafts = ['articles', 'projects']

/** Documents of each kind. They are made when they are needed, and again when an operation has changed them. */
export class Stock {
  private readonly kept = new Map<string, string>()

  constructor(
    private readonly payload: Payload,
    private readonly people: People,
  ) {}

  async targets(collection: string, states: State[], asking: Column): Promise<Target[]> {
    const targets: Target[] = []
    for (const state of states.filter((one) => one === 'draft' || withDrafts.includes(collection)))
      for (const owner of owners[collection] ?? ["another's" as const]) {
        if (owner === 'mine' && !this.people[asking]) continue
        // For every user but the author, an article under the author's byline belongs to somebody else.
        if (collection === 'articles' && owner === 'under my byline' && asking !== 'author') continue
        targets.push({ owner, state, id: await this.document(collection, { owner, state }, asking) })
      }
    return targets
  }

  spoil({ owner, state }: Target, collection: string): void {
    this.kept.delete(`${collection} ${owner} ${state}`)
  }

  private async document(collection: string, subject: Subject, asking: Column): Promise<string> {
    if (subject.owner === 'mine') return this.people[asking]?.id ?? ''
    const key = `${collection} ${subject.owner} ${subject.state}`
    const known = this.kept.get(key)
    if (known) return known
    const id = await make(this.payload, collection, this.people, subject)
    if (collection === 'authors' && subject.owner === 'under my byline') await this.writeUnder(id)
    this.kept.set(key, id)
    return id
  }

  /** Gives the author another byline, so that articles under the former one no longer belong to them. */
  private async writeUnder(byline: string): Promise<void> {
    this.people.bylineId = byline
    await this.payload.update({ collection: 'users', id: this.people.author.id, data: { author: byline } })
    for (const state of ['draft', 'published']) this.kept.delete(`articles under my byline ${state}`)
  }
}

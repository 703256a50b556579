'use client'

import { Banner, Button, useConfig, useModal, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import type { Winner } from '@/merge/merge'
import type { ProjectsPreview } from '@/projects/write/take-endpoints'
import { ConflictsView } from './projects-conflicts'
import { ProposedProjects } from './projects-proposed'

type Shown = { preview?: ProjectsPreview; done?: true; message?: string }

/** Shows the changes that taking an article's projects would make, and the button that makes them. */
export function ProjectsPreviewView({ article, drawer }: { article: string; drawer: string }) {
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const { closeModal } = useModal()
  const [{ preview, done, message }, show] = useState<Shown>({})
  const [winner, setWinner] = useState<Winner>()
  const [busy, setBusy] = useState(false)
  const { language } = i18n
  const address = `${config.routes.api}/articles/${article}/projects`

  const ask = useCallback(
    async (body?: object) => {
      const answer = await fetch(address, {
        method: body ? 'POST' : 'GET',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }).catch(() => undefined)
      const said = (await answer?.json().catch(() => undefined)) as
        | (ProjectsPreview & { message?: string; preview?: ProjectsPreview })
        | undefined
      if (said && answer?.ok) return show({ preview: said, ...(body ? { done: true } : {}) })
      const failed = said?.message ?? sentence(language, (w) => w.taking.failed)
      return show({ message: failed, ...(said?.preview ? { preview: said.preview } : {}) })
    },
    [address, language],
  )

  useEffect(() => {
    void ask()
  }, [ask])

  const take = async () => {
    if (!preview) return
    setBusy(true)
    await ask({ digest: preview.digest, ...(winner ? { winner } : {}) })
    setBusy(false)
  }

  const close = () => closeModal(drawer)
  if (done && preview) {
    const { created, updated } = preview.counts
    return (
      <div className="taking" role="status">
        <p>{sentence(language, (w) => w.taking.done, { created, updated })}</p>
        <Button onClick={close}>{t('general:close')}</Button>
      </div>
    )
  }
  const writes = preview ? changes(preview) || winner !== undefined : false
  return (
    <div className="taking">
      <p>{sentence(language, (w) => w.taking.intro)}</p>
      {message && <Banner type="error">{message}</Banner>}
      {!preview && !message && <p role="status">{t('general:loading')}</p>}
      {preview && (
        <>
          <Said preview={preview} language={language} />
          {preview.conflicts.length > 0 && (
            <ConflictsView
              conflicts={preview.conflicts}
              language={language}
              winner={winner}
              onDecide={setWinner}
            />
          )}
          <ProposedProjects preview={preview} language={language} />
        </>
      )}
      <div className="taking__actions">
        <Button buttonStyle="secondary" onClick={close}>
          {t('general:cancel')}
        </Button>
        <Button disabled={!writes || busy} onClick={() => void take()}>
          {sentence(language, (w) => w.taking.confirm)}
        </Button>
      </div>
    </div>
  )
}

const changes = ({ counts }: ProjectsPreview) => counts.created + counts.updated > 0

/** The number of changes, the warnings and the new categories. */
function Said({ preview, language }: { preview: ProjectsPreview; language: string }) {
  const { counts, projects, warnings, categories } = preview
  if (projects.length === 0) return <p>{sentence(language, (w) => w.taking.none)}</p>
  const { created, updated, unchanged } = counts
  return (
    <>
      <p className="taking__counts" role="status">
        {changes(preview)
          ? sentence(language, (w) => w.taking.counts, { created, updated, unchanged })
          : sentence(language, (w) => w.taking.nothingNew)}
      </p>
      {warnings.length > 0 && (
        <section>
          <h3>{sentence(language, (w) => w.taking.toLookAt)}</h3>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      {categories.length > 0 && (
        <section>
          <h3>{sentence(language, (w) => w.taking.newCategories)}</h3>
          <ul>
            {categories.map((category) => (
              <li key={category}>{category}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

'use client'

import type { CSSProperties } from 'react'
import type { Locale } from '@/i18n/locales'
import { type Platform, platforms } from './card-platforms'

type Words = { title: string; summary: string }

/** Shows a card with the title and the summary of its page, cropped and framed as each platform does it. */
export function CardOnPlatforms({ src, words, locale }: { src: string; words: Words; locale: Locale }) {
  return (
    <ul className="card-platforms">
      {platforms.map((platform) => (
        <li key={platform.name}>
          <Frame platform={platform} src={src} words={words} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

type FrameProps = { platform: Platform; src: string; words: Words; locale: Locale }

function Frame({ platform, src, words, locale }: FrameProps) {
  const { name, crop, width, place, shows } = platform
  const texts = { ...words, host: window.location.host }
  const style = {
    '--card-width': `${width}px`,
    '--card-crop': `${crop.width} / ${crop.height}`,
  } as CSSProperties
  return (
    <figure className="card-platforms__platform" style={style}>
      <figcaption>{name}</figcaption>
      <div className={`card-platforms__frame card-platforms__frame--${place}`}>
        {/* biome-ignore lint/performance/noImgElement: the picture is in the page already. */}
        <img className="card-platforms__card" src={src} alt="" />
        <div className="card-platforms__words" lang={locale}>
          {shows.map((part) => (
            <span key={part} className={`card-platforms__${part}`}>
              {texts[part]}
            </span>
          ))}
        </div>
      </div>
    </figure>
  )
}

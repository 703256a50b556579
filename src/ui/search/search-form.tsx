import type { SearchFilter, SearchResults } from '@/content/views'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

type Props = { locale: Locale; view: SearchResults }

/** The question and its filters. The form works by its address, with or without JavaScript. */
export function SearchForm({ locale, view }: Props) {
  const t = translator(locale, 'site')
  const { question, filters } = view
  const offered = filters.filter(({ options, chosen }) => options.length > 1 || chosen !== undefined)
  const narrowed = filters.some(({ chosen }) => chosen !== undefined)
  return (
    <search>
      <form className="search-form" action={hrefFor({ page: 'search', locale })} data-search="">
        <label htmlFor="search-question">{t('search.label')}</label>
        <div className="search-line">
          <input
            id="search-question"
            type="search"
            name="q"
            defaultValue={question}
            placeholder={t('search.placeholder')}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <button type="submit">{t('search.submit')}</button>
        </div>
        <div data-search-filters="">
          {offered.length > 0 && (
            <fieldset className="search-filters">
              <legend>{t('search.narrow')}</legend>
              {offered.map((filter) => (
                <FilterSelect key={filter.name} locale={locale} filter={filter} />
              ))}
              {narrowed && (
                <a className="search-clear" href={hrefFor({ page: 'search', locale, asked: { question } })}>
                  {t('search.clear')}
                </a>
              )}
            </fieldset>
          )}
        </div>
      </form>
    </search>
  )
}

function FilterSelect({ locale, filter }: { locale: Locale; filter: SearchFilter }) {
  const t = translator(locale, 'site')
  const { name, chosen, options } = filter
  return (
    <label>
      <span>{t(`search.filters.${name}`)}</span>
      <select name={name} defaultValue={chosen ?? ''} key={chosen ?? ''}>
        <option value="">{t(`search.any.${name}`)}</option>
        {options.map(({ value, label, count }) => (
          <option key={value} value={value} lang={label.lang === locale ? undefined : label.lang}>
            {t('search.option', { name: label.text, count: formatNumber(count, locale) })}
          </option>
        ))}
      </select>
    </label>
  )
}

import { expect, type Page } from '@playwright/test'
import type { Site } from './site'

/** A view of the panel. `open` opens it from any other view. */
export type View = { name: string; open: (page: Page, site: Site) => Promise<void> }

const lists = ['articles', 'authors', 'categories', 'media', 'projects', 'redirects', 'tags', 'users']
const edited = ['articles', 'authors', 'categories', 'media', 'projects', 'tags', 'users'] as const
const versioned = ['articles', 'authors', 'categories', 'projects', 'tags'] as const

/** The blocks in the order of the editor's commands. */
const blocks = ['image', 'code', 'admonition', 'embed', 'math', 'rawMdx', 'footnoteDefinition']
const inlineBlocks = ['a picture in the text', 'a formula in the text', 'a footnote', 'raw MDX in the text']

/** Views for visitors who are not signed in. */
export const viewsOutside: View[] = [
  { name: 'signing in', open: (page) => visit(page, '/admin/login', '#field-email') },
  { name: 'a sign-in that is refused', open: refusedSignIn },
  { name: 'a forgotten password', open: (page) => visit(page, '/admin/forgot', '#field-email') },
  { name: 'a mail that was sent', open: sentMail },
  { name: 'a new password', open: (page) => visit(page, '/admin/reset/a-token', '#field-password') },
  { name: 'having signed out', open: (page) => visit(page, '/admin/logout', '.logout__wrap, .login__form') },
]

/** Views for an administrator. */
export const views: View[] = [
  { name: 'the dashboard', open: (page) => visit(page, '/admin', '.dashboard') },
  { name: 'the menu', open: openMenu },
  { name: 'the account', open: (page) => visit(page, '/admin/account', '#field-email') },
  { name: 'nothing', open: (page) => visit(page, '/admin/nowhere', '.not-found') },
  ...lists.map((list) => ({
    name: `the list of ${list}`,
    open: (page: Page) => visit(page, `/admin/collections/${list}`, '.collection-list'),
  })),
  ...lists.map((list) => ({
    name: `a new document in ${list}`,
    open: (page: Page) => visit(page, `/admin/collections/${list}/create`, '.collection-edit'),
  })),
  ...edited.map((list) => ({
    name: `a document in ${list}`,
    open: (page: Page, { ids }: Site) =>
      visit(page, `/admin/collections/${list}/${ids[list]}`, '.collection-edit'),
  })),
  ...versioned.map((list) => ({
    name: `the versions of a document in ${list}`,
    open: (page: Page, { ids }: Site) =>
      visit(page, `/admin/collections/${list}/${ids[list]}/versions`, '.versions'),
  })),
  {
    name: "an article's version",
    open: (page, { article, articleVersion }) =>
      visit(page, `/admin/collections/articles/${article}/versions/${articleVersion}`, '.view-version'),
  },
  { name: "restoring an article's version", open: restoreDialog },
  {
    name: "an author's version",
    open: (page, { authorVersion, ids }) =>
      visit(page, `/admin/collections/authors/${ids.authors}/versions/${authorVersion}`, '.view-version'),
  },
  { name: 'the site', open: (page) => visit(page, '/admin/globals/site', '.global-edit--site') },
  { name: "the site's versions", open: (page) => visit(page, '/admin/globals/site/versions', '.versions') },
  {
    name: "a version of the site's",
    open: (page, { siteVersion }) =>
      visit(page, `/admin/globals/site/versions/${siteVersion}`, '.view-version'),
  },
  {
    name: 'an address that is not there',
    open: (page) => visit(page, '/admin/collections/articles/none', '.collection-list'),
  },
  { name: 'the columns and filters of a list', open: listControls },
  {
    name: 'a search that finds nothing',
    open: (page) => visit(page, '/admin/collections/articles?search=zzzzzz', '.collection-list'),
  },
  { name: 'editing many', open: bulkEdit },
  { name: 'publishing many', open: (page) => bulk(page, -3) },
  { name: 'unpublishing many', open: (page) => bulk(page, -2) },
  { name: 'deleting many', open: (page) => bulk(page, -1) },
  { name: 'the menu of a document', open: documentMenu },
  { name: 'duplicating in one language', open: duplicateDialog },
  { name: 'deleting a document', open: (page, site) => fromMenu(page, site, '#action-delete') },
  { name: 'unpublishing a document', open: (page, site) => fromMenu(page, site, '#action-unpublish-locale') },
  { name: 'publishing all languages', open: publishMenu },
  { name: 'changing a published address', open: changeAddress },
  { name: 'an article that cannot be published', open: refusedPublication },
  { name: "the editor's commands", open: slashMenu },
  ...['add', 'text', 'listIndent', 'format'].map((group, index) => ({
    name: `the editor's toolbar, menu ${index + 1} (${group})`,
    open: (page: Page, site: Site) => toolbarMenu(page, site, index),
  })),
  { name: "the editor's link drawer", open: linkDrawer },
  ...blocks.map((name, index) => ({
    name: `the editor's block ${name}`,
    open: (page: Page, site: Site) => block(page, site, name, index),
  })),
  ...inlineBlocks.map((name, index) => ({
    name: `the editor's form for ${name}`,
    open: (page: Page, site: Site) => inlineBlock(page, site, blocks.length + index),
  })),
  { name: "the editor's form for a table", open: newTable },
  { name: 'a new author beside an article', open: newRelated },
  { name: 'choosing a picture', open: choosePicture },
  { name: 'the card of a project', open: projectCard },
  { name: 'uploading many pictures', open: uploadMany },
]

async function visit(page: Page, path: string, shows: string): Promise<void> {
  await page.goto(path)
  await settled(page, shows)
}

async function settled(page: Page, shows: string): Promise<void> {
  await expect(page.locator(shows).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

async function refusedSignIn(page: Page): Promise<void> {
  await visit(page, '/admin/login', '#field-email')
  await page.locator('#field-email').fill('nobody@terbit.example')
  await page.locator('#field-password').fill('bukan kata sandinya')
  await page.locator('form button[type=submit]').click()
  await settled(page, '[data-sonner-toast]')
}

async function sentMail(page: Page): Promise<void> {
  await visit(page, '/admin/forgot', '#field-email')
  await page.locator('#field-email').fill('nobody@terbit.example')
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('#field-email')).toBeHidden()
}

async function openMenu(page: Page): Promise<void> {
  await visit(page, '/admin', '.dashboard')
  await page.locator('.nav-toggler:visible').first().click()
  await settled(page, '.nav__link')
}

async function restoreDialog(page: Page, { article, articleVersion }: Site): Promise<void> {
  await visit(page, `/admin/collections/articles/${article}/versions/${articleVersion}`, '.view-version')
  await page.locator('.restore-version button').first().click()
  await settled(page, '.confirmation-modal')
}

async function listControls(page: Page): Promise<void> {
  await visit(page, '/admin/collections/articles', '.collection-list')
  await page.locator('#toggle-list-columns').click()
  await page.locator('#toggle-list-filters').click()
  await page.locator('.where-builder__add-first-filter').click()
  await settled(page, '.condition')
}

async function selectAll(page: Page): Promise<void> {
  await visit(page, '/admin/collections/articles', '.collection-list')
  await page.locator('#select-all').click()
  await settled(page, '.list-selection')
}

/**
 * Opens the dialog of an action on several documents.
 * @param button index of the button, from the end when negative: edit, publish, unpublish, delete
 */
async function bulk(page: Page, button: number): Promise<void> {
  await selectAll(page)
  await page.locator('.list-selection__button').nth(button).click()
  await settled(page, '.confirmation-modal')
}

async function bulkEdit(page: Page): Promise<void> {
  await selectAll(page)
  await page.locator('.list-selection__button').nth(-4).click()
  await settled(page, '.field-select')
  await page.locator('.field-select input').first().click()
  await settled(page, '.rs__menu')
}

async function openArticle(page: Page, { article, locale }: Site): Promise<void> {
  await visit(page, `/admin/collections/articles/${article}?locale=${locale}`, '.tabs-field__tab-button')
  // Payload reopens the tab that was opened last, in this or another test.
  await page.locator('.tabs-field__tab-button').first().click()
  await settled(page, '[data-lexical-editor]')
}

async function documentMenu(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('.doc-controls__popup .popup-button').click()
  await settled(page, '#action-duplicate')
}

async function fromMenu(page: Page, site: Site, action: string): Promise<void> {
  await documentMenu(page, site)
  await page.locator(action).click()
  await settled(page, '.confirmation-modal')
}

async function duplicateDialog(page: Page, site: Site): Promise<void> {
  await documentMenu(page, site)
  await page.locator('#action-duplicate-locales').click()
  await settled(page, 'dialog[open], .drawer--is-open')
}

async function publishMenu(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('.publish-language .popup-button').click()
  await settled(page, '#publish-locale')
}

async function changeAddress(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('.slug-field button').click()
  await settled(page, '.confirmation-modal')
}

async function refusedPublication(page: Page, { locale }: Site): Promise<void> {
  await visit(page, `/admin/collections/articles/create?locale=${locale}`, '.collection-edit')
  await page.locator('#field-description').fill('Tanpa judul dan tanpa isi.')
  await page.locator('#action-save').click()
  await settled(page, '[data-sonner-toast]')
}

async function newLine(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('[data-lexical-editor]').first().locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
}

async function slashMenu(page: Page, site: Site): Promise<void> {
  await newLine(page, site)
  await page.keyboard.type('/')
  await settled(page, '.slash-menu-popup')
}

async function toolbarMenu(page: Page, site: Site, index: number): Promise<void> {
  await newLine(page, site)
  await page.locator('.fixed-toolbar').first().locator('.toolbar-popup__dropdown').nth(index).click()
  await settled(page, '.toolbar-popup__dropdown-items')
}

async function linkDrawer(page: Page, site: Site): Promise<void> {
  await newLine(page, site)
  await page.keyboard.type('tautan')
  await page.keyboard.press('Shift+Home')
  await page
    .locator('.fixed-toolbar')
    .first()
    .locator('[data-item-key=link], .toolbar-popup__button-link')
    .click()
  await settled(page, '.drawer--is-open, dialog[open]')
}

async function command(page: Page, site: Site, index: number): Promise<void> {
  await slashMenu(page, site)
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** A block that is shown in the text, with its own form. */
async function block(page: Page, site: Site, name: string, index: number): Promise<void> {
  await command(page, site, index)
  await settled(page, `.LexicalEditorTheme__block-${name}`)
}

async function inlineBlock(page: Page, site: Site, index: number): Promise<void> {
  await command(page, site, index)
  await settled(page, '.drawer--is-open')
}

async function newTable(page: Page, site: Site): Promise<void> {
  await toolbarMenu(page, site, 0)
  await page.locator('.toolbar-popup__dropdown-items button').last().click()
  await settled(page, '.drawer--is-open')
}

async function newRelated(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('#field-authors .relationship-add-new__add-button').click()
  await settled(page, '.drawer--is-open #field-name')
}

async function choosePicture(page: Page, site: Site): Promise<void> {
  await openArticle(page, site)
  await page.locator('.tabs-field__tab-button').nth(1).click()
  await settled(page, '#field-hero__address')
}

async function projectCard(page: Page, { ids, locale }: Site): Promise<void> {
  await visit(page, `/admin/collections/projects/${ids.projects}?locale=${locale}`, '.collection-edit')
  await page.locator('.tabs-field__tab-button').nth(1).click()
  await settled(page, '.card-platforms')
}

async function uploadMany(page: Page): Promise<void> {
  await visit(page, '/admin/collections/media', '.collection-list')
  await page.locator('.list-header__title-actions button, .list-header button').last().click()
  await settled(page, '.drawer--is-open')
}

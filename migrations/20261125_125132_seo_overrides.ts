import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles_locales" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "articles_locales" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "articles_locales" ADD COLUMN "seo_hidden" boolean DEFAULT false;
  ALTER TABLE "_articles_v_locales" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_articles_v_locales" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "_articles_v_locales" ADD COLUMN "version_seo_hidden" boolean DEFAULT false;
  ALTER TABLE "projects_locales" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "projects_locales" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "projects_locales" ADD COLUMN "seo_hidden" boolean DEFAULT false;
  ALTER TABLE "_projects_v_locales" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_projects_v_locales" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "_projects_v_locales" ADD COLUMN "version_seo_hidden" boolean DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles_locales" DROP COLUMN "seo_title";
  ALTER TABLE "articles_locales" DROP COLUMN "seo_description";
  ALTER TABLE "articles_locales" DROP COLUMN "seo_hidden";
  ALTER TABLE "_articles_v_locales" DROP COLUMN "version_seo_title";
  ALTER TABLE "_articles_v_locales" DROP COLUMN "version_seo_description";
  ALTER TABLE "_articles_v_locales" DROP COLUMN "version_seo_hidden";
  ALTER TABLE "projects_locales" DROP COLUMN "seo_title";
  ALTER TABLE "projects_locales" DROP COLUMN "seo_description";
  ALTER TABLE "projects_locales" DROP COLUMN "seo_hidden";
  ALTER TABLE "_projects_v_locales" DROP COLUMN "version_seo_title";
  ALTER TABLE "_projects_v_locales" DROP COLUMN "version_seo_description";
  ALTER TABLE "_projects_v_locales" DROP COLUMN "version_seo_hidden";`)
}

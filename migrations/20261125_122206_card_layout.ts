import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_card_layout_article" AS ENUM('standard', 'summary', 'title');
  CREATE TYPE "public"."enum_card_layout_project" AS ENUM('standard', 'title', 'emblem');
  ALTER TABLE "articles" ADD COLUMN "card_layout" "enum_card_layout_article" DEFAULT 'standard';
  ALTER TABLE "_articles_v" ADD COLUMN "version_card_layout" "enum_card_layout_article" DEFAULT 'standard';
  ALTER TABLE "projects" ADD COLUMN "card_layout" "enum_card_layout_project" DEFAULT 'standard';
  ALTER TABLE "_projects_v" ADD COLUMN "version_card_layout" "enum_card_layout_project" DEFAULT 'standard';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" DROP COLUMN "card_layout";
  ALTER TABLE "_articles_v" DROP COLUMN "version_card_layout";
  ALTER TABLE "projects" DROP COLUMN "card_layout";
  ALTER TABLE "_projects_v" DROP COLUMN "version_card_layout";
  DROP TYPE "public"."enum_card_layout_article";
  DROP TYPE "public"."enum_card_layout_project";`)
}

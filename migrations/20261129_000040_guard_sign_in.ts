import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_site_second_factor_roles" AS ENUM('admin', 'editor', 'translator', 'author');
  CREATE TYPE "public"."enum__site_v_version_second_factor_roles" AS ENUM('admin', 'editor', 'translator', 'author');
  CREATE TABLE "site_second_factor_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_site_second_factor_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "_site_v_version_second_factor_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__site_v_version_second_factor_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  ALTER TABLE "site_second_factor_roles" ADD CONSTRAINT "site_second_factor_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_second_factor_roles" ADD CONSTRAINT "_site_v_version_second_factor_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "site_second_factor_roles_order_idx" ON "site_second_factor_roles" USING btree ("order");
  CREATE INDEX "site_second_factor_roles_parent_idx" ON "site_second_factor_roles" USING btree ("parent_id");
  CREATE INDEX "_site_v_version_second_factor_roles_order_idx" ON "_site_v_version_second_factor_roles" USING btree ("order");
  CREATE INDEX "_site_v_version_second_factor_roles_parent_idx" ON "_site_v_version_second_factor_roles" USING btree ("parent_id");
  ALTER TABLE "users" DROP COLUMN "login_attempts";
  ALTER TABLE "users" DROP COLUMN "lock_until";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "site_second_factor_roles" CASCADE;
  DROP TABLE "_site_v_version_second_factor_roles" CASCADE;
  ALTER TABLE "users" ADD COLUMN "login_attempts" numeric DEFAULT 0;
  ALTER TABLE "users" ADD COLUMN "lock_until" timestamp(3) with time zone;
  DROP TYPE "public"."enum_site_second_factor_roles";
  DROP TYPE "public"."enum__site_v_version_second_factor_roles";`)
}

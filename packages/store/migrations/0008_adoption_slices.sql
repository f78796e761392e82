ALTER TABLE "heads" ADD COLUMN "fold_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "first_dossier" uuid;--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "last_dossier" uuid;
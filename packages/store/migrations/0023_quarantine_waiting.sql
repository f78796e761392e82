ALTER TABLE "quarantine" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "settled" text;--> statement-breakpoint
ALTER TABLE "quarantine" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
CREATE INDEX "quarantine_waiting" ON "quarantine" USING btree ("ledger_id","source_id","file_hash") WHERE replayed_at is null;
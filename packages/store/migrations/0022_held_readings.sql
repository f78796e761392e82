ALTER TABLE "threshold_readings" ADD COLUMN "holds" smallint;--> statement-breakpoint
-- What was kept so far was judged by rules without a deadband or a delay: it held what it reached, and stays so.
UPDATE "threshold_readings" SET "holds" = "severity";--> statement-breakpoint
ALTER TABLE "threshold_readings" ALTER COLUMN "holds" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "threshold_readings" ADD COLUMN "for_minutes" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "threshold_readings_by_record" ON "threshold_readings" USING btree ("ledger_id","threshold","source_id","record_id");

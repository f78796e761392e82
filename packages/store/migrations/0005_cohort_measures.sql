ALTER TABLE "balances" ADD COLUMN "received_post" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "received_no_channel" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "handled_before_receipt" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "paused_overdue" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "paused_no_due" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "cohort_late" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "cohort_no_due" integer;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "cohort_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "entries_by_cohort" ON "entries" USING btree ("ledger_id","measure","cohort_at") WHERE cohort_at is not null;
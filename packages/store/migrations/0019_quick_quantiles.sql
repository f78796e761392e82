DROP INDEX "entries_handled";--> statement-breakpoint
CREATE INDEX "entries_cohort_to_come" ON "entries" USING btree ("ledger_id","measure","effective_at","cohort_at","cell","seq","delta") WHERE cohort_at is not null;--> statement-breakpoint
CREATE INDEX "entries_handled" ON "entries" USING btree ("ledger_id","effective_at","handling_ms","cell","seq","delta") WHERE handling_ms is not null;
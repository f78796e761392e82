DROP INDEX "entries_by_time";--> statement-breakpoint
CREATE INDEX "entries_by_time" ON "entries" USING btree ("ledger_id","measure","effective_at","seq","cell","delta");
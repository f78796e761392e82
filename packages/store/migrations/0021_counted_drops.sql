ALTER TABLE "source_counts" ADD COLUMN "dropped" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO "source_counts" ("ledger_id", "quarter", "source_id", "accepted", "duplicates", "quarantined", "conflicts", "dropped")
SELECT "ledger_id", to_timestamp(0), "id", 0, 0, 0, 0, "dropped" FROM "sources" WHERE "dropped" > 0
ON CONFLICT ("ledger_id", "quarter", "source_id") DO UPDATE SET "dropped" = excluded."dropped";

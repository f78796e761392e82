CREATE TABLE "source_counts" (
	"ledger_id" smallint NOT NULL,
	"quarter" timestamp(3) with time zone NOT NULL,
	"source_id" text NOT NULL,
	"accepted" bigint NOT NULL,
	"duplicates" bigint NOT NULL,
	"quarantined" bigint NOT NULL,
	"conflicts" bigint NOT NULL,
	CONSTRAINT "source_counts_ledger_id_quarter_source_id_pk" PRIMARY KEY("ledger_id","quarter","source_id")
);
--> statement-breakpoint
INSERT INTO "source_counts" ("ledger_id", "quarter", "source_id", "accepted", "duplicates", "quarantined", "conflicts")
	SELECT "ledger_id", to_timestamp(0), "id", "accepted", "duplicates", "quarantined", "conflicts" FROM "sources"
	WHERE "accepted" + "duplicates" + "quarantined" + "conflicts" > 0;
--> statement-breakpoint
INSERT INTO "source_counts" ("ledger_id", "quarter", "source_id", "accepted", "duplicates", "quarantined", "conflicts")
	SELECT DISTINCT "ledger_id", to_timestamp(ceil(extract(epoch from now()) / 900) * 900), '', 0, 0, 0, 0 FROM "source_counts";

CREATE TABLE "source_reminders" (
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "source_reminders_ledger_id_source_id_at_by_pk" PRIMARY KEY("ledger_id","source_id","at","by")
);
--> statement-breakpoint
CREATE TABLE "source_silences" (
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"until_at" timestamp(3) with time zone NOT NULL,
	"missed" integer NOT NULL,
	CONSTRAINT "source_silences_ledger_id_source_id_from_at_pk" PRIMARY KEY("ledger_id","source_id","from_at")
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "observed_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "paused_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "trouble" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "cursor" jsonb;--> statement-breakpoint
-- What came before nobody measured: the count of signs of life begins with the last one.
UPDATE "sources" SET "observed_since" = "last_contact_at";

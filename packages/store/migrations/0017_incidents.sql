CREATE TABLE "incident_deeds" (
	"ledger_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"incident" text NOT NULL,
	"deed" text NOT NULL,
	"account" uuid NOT NULL,
	"reason" text NOT NULL,
	"raised" jsonb,
	CONSTRAINT "incident_deeds_ledger_id_seq_pk" PRIMARY KEY("ledger_id","seq")
);
--> statement-breakpoint
CREATE TABLE "threshold_readings" (
	"ledger_id" smallint NOT NULL,
	"threshold" text NOT NULL,
	"seq" bigint NOT NULL,
	"booked_seq" bigint NOT NULL,
	"source_id" text NOT NULL,
	"record_id" text NOT NULL,
	"version" bigint NOT NULL,
	"hash" text NOT NULL,
	"entity" text NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"value" double precision,
	"severity" smallint NOT NULL,
	"unit_of_measure" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"import_id" text,
	"retracted_seq" bigint,
	CONSTRAINT "threshold_readings_ledger_id_threshold_seq_pk" PRIMARY KEY("ledger_id","threshold","seq")
);
--> statement-breakpoint
CREATE INDEX "incident_deeds_by_incident" ON "incident_deeds" USING btree ("ledger_id","incident");--> statement-breakpoint
CREATE INDEX "threshold_readings_by_time" ON "threshold_readings" USING btree ("ledger_id","threshold","entity","occurred_at");--> statement-breakpoint
CREATE INDEX "threshold_readings_by_booking" ON "threshold_readings" USING btree ("ledger_id","booked_seq");--> statement-breakpoint
CREATE INDEX "threshold_readings_by_import" ON "threshold_readings" USING btree ("import_id");
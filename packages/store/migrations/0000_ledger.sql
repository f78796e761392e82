CREATE TABLE "balances" (
	"slice" integer NOT NULL,
	"measure" smallint NOT NULL,
	"level" smallint NOT NULL,
	"bucket" integer NOT NULL,
	"sum" bigint NOT NULL,
	CONSTRAINT "balances_slice_measure_level_bucket_pk" PRIMARY KEY("slice","measure","level","bucket")
);
--> statement-breakpoint
CREATE TABLE "slices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "slices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ledger_id" smallint NOT NULL,
	"grain" text NOT NULL,
	"case_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"unit" text NOT NULL,
	"procedure" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "slices_once" UNIQUE("ledger_id","grain","case_kind","source_id","unit","procedure","channel"),
	CONSTRAINT "slices_grain" CHECK (grain in ('total', 'unit', 'procedure'))
);
--> statement-breakpoint
CREATE TABLE "cells" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cells_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ledger_id" smallint NOT NULL,
	"case_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"unit" text NOT NULL,
	"procedure" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "cells_once" UNIQUE("ledger_id","case_kind","source_id","unit","procedure","channel")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"ledger_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"effective_at" timestamp(3) with time zone NOT NULL,
	"cell" integer NOT NULL,
	"measure" smallint NOT NULL,
	"delta" smallint NOT NULL,
	"dossier" uuid NOT NULL,
	"handling_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "heads" (
	"ledger_id" smallint NOT NULL,
	"dossier" uuid NOT NULL,
	"namespace" text NOT NULL,
	"code" text NOT NULL,
	"case_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"claims" jsonb NOT NULL,
	"standing" text NOT NULL,
	"unit" text,
	"procedure" text,
	"channel" text,
	"received_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"disagreements" smallint DEFAULT 0 NOT NULL,
	"last_seq" bigint NOT NULL,
	CONSTRAINT "heads_ledger_id_dossier_pk" PRIMARY KEY("ledger_id","dossier")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text,
	"file_hash" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	"summary" jsonb,
	"retracted_seq" bigint,
	"retracted_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"ledger_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "adoptions_ledger_id_seq_rule_pk" PRIMARY KEY("ledger_id","seq","rule")
);
--> statement-breakpoint
CREATE TABLE "commits" (
	"ledger_id" smallint NOT NULL,
	"last_seq" bigint NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"source_id" text NOT NULL,
	"import_id" text,
	"accepted" integer NOT NULL,
	CONSTRAINT "commits_ledger_id_last_seq_pk" PRIMARY KEY("ledger_id","last_seq")
);
--> statement-breakpoint
CREATE TABLE "ledgers" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledgers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"city" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"last_recorded_at" timestamp(3) with time zone,
	"clock" text DEFAULT 'real' NOT NULL,
	"anchor_real" timestamp(3) with time zone,
	"anchor_ledger" timestamp(3) with time zone,
	"speed" double precision DEFAULT 1 NOT NULL,
	"fold_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ledgers_by_name" UNIQUE("city","name")
);
--> statement-breakpoint
CREATE TABLE "latest_values" (
	"ledger_id" smallint NOT NULL,
	"feed" text NOT NULL,
	"entity" text NOT NULL,
	"metric" text NOT NULL,
	"source_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	"hash" text NOT NULL,
	"value" double precision,
	"absent" text,
	"unit_of_measure" text NOT NULL,
	"quality" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"bearing" real,
	"grp" text,
	CONSTRAINT "latest_values_ledger_id_feed_entity_metric_pk" PRIMARY KEY("ledger_id","feed","entity","metric")
);
--> statement-breakpoint
CREATE TABLE "minute_rollups" (
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"feed" text NOT NULL,
	"metric" text NOT NULL,
	"minute" integer NOT NULL,
	"n" integer NOT NULL,
	"sum" double precision NOT NULL,
	"absent" integer NOT NULL,
	CONSTRAINT "minute_rollups_ledger_id_feed_metric_minute_source_id_pk" PRIMARY KEY("ledger_id","feed","metric","minute","source_id")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"ledger_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"source_id" text NOT NULL,
	"record_id" text NOT NULL,
	"version" bigint NOT NULL,
	"identity" uuid NOT NULL,
	"hash" text NOT NULL,
	"feed" text NOT NULL,
	"entity" text NOT NULL,
	"metric" text NOT NULL,
	"value" double precision,
	"absent" text,
	"unit_of_measure" text NOT NULL,
	"quality" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"bearing" real,
	"grp" text,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"import_id" text,
	"retracted_seq" bigint,
	CONSTRAINT "observations_ledger_id_seq_pk" PRIMARY KEY("ledger_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sealed_days" (
	"ledger_id" smallint NOT NULL,
	"feed" text NOT NULL,
	"day" text NOT NULL,
	"observations" bigint NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sealed_days_ledger_id_feed_day_pk" PRIMARY KEY("ledger_id","feed","day")
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ledger_id" smallint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"seq" bigint NOT NULL,
	"coverage" text NOT NULL,
	"differences" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantine_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"import_id" text,
	"file_hash" text,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"fields" text[] NOT NULL,
	"remedy" text NOT NULL,
	"record" jsonb,
	"received_at" timestamp(3) with time zone NOT NULL,
	"replayed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "records" (
	"ledger_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"source_id" text NOT NULL,
	"record_id" text NOT NULL,
	"version" bigint NOT NULL,
	"identity" uuid NOT NULL,
	"hash" text NOT NULL,
	"dossier" uuid,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"import_id" text,
	"payload" jsonb NOT NULL,
	"retracted_seq" bigint,
	CONSTRAINT "records_ledger_id_seq_pk" PRIMARY KEY("ledger_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"ledger_id" smallint NOT NULL,
	"id" text NOT NULL,
	"namespace" text NOT NULL,
	"rank" integer NOT NULL,
	"config" jsonb NOT NULL,
	"key_hash" "bytea",
	"last_contact_at" timestamp(3) with time zone,
	"last_record_at" timestamp(3) with time zone,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"duplicates" bigint DEFAULT 0 NOT NULL,
	"quarantined" bigint DEFAULT 0 NOT NULL,
	"conflicts" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "sources_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE INDEX "entries_by_seq" ON "entries" USING btree ("ledger_id","seq");--> statement-breakpoint
CREATE INDEX "entries_handled" ON "entries" USING btree ("ledger_id","effective_at","handling_ms") WHERE handling_ms is not null;--> statement-breakpoint
CREATE INDEX "entries_by_time" ON "entries" USING btree ("ledger_id","measure","effective_at");--> statement-breakpoint
CREATE INDEX "heads_by_code" ON "heads" USING btree ("ledger_id","code");--> statement-breakpoint
CREATE INDEX "heads_open_by_due" ON "heads" USING btree ("ledger_id","unit","due_at");--> statement-breakpoint
CREATE INDEX "latest_values_by_seq" ON "latest_values" USING btree ("ledger_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "observations_once" ON "observations" USING btree ("ledger_id","identity") WHERE retracted_seq is null;--> statement-breakpoint
CREATE INDEX "observations_by_time" ON "observations" USING btree ("ledger_id","feed","metric","occurred_at");--> statement-breakpoint
CREATE INDEX "observations_by_record" ON "observations" USING btree ("ledger_id","source_id","record_id");--> statement-breakpoint
CREATE INDEX "observations_by_import" ON "observations" USING btree ("import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "quarantine_by_source" ON "quarantine" USING btree ("ledger_id","source_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "records_once" ON "records" USING btree ("ledger_id","identity") WHERE retracted_seq is null;--> statement-breakpoint
CREATE INDEX "records_by_dossier" ON "records" USING btree ("ledger_id","dossier","seq") WHERE dossier is not null;--> statement-breakpoint
CREATE INDEX "records_by_kind" ON "records" USING btree ("ledger_id","kind","record_id") WHERE dossier is null;--> statement-breakpoint
CREATE INDEX "records_by_import" ON "records" USING btree ("import_id") WHERE import_id is not null;
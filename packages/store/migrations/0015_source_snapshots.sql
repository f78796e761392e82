CREATE TABLE "source_snapshots" (
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"present" text[] NOT NULL,
	"import_id" text,
	CONSTRAINT "source_snapshots_ledger_id_source_id_pk" PRIMARY KEY("ledger_id","source_id")
);

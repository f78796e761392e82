CREATE TABLE "balance_seals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "balance_seals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ledger_id" smallint NOT NULL,
	"after_seq" bigint NOT NULL,
	"upto_seq" bigint NOT NULL,
	CONSTRAINT "balance_seals_once" UNIQUE("ledger_id","after_seq","upto_seq")
);
--> statement-breakpoint
CREATE TABLE "sealed_balances" (
	"seal" integer NOT NULL,
	"slice" integer NOT NULL,
	"level" smallint NOT NULL,
	"measure" smallint NOT NULL,
	"buckets" integer[] NOT NULL,
	"sums" integer[] NOT NULL,
	CONSTRAINT "sealed_balances_seal_slice_level_measure_pk" PRIMARY KEY("seal","slice","level","measure")
);
--> statement-breakpoint
ALTER TABLE "sealed_balances" ADD CONSTRAINT "sealed_balances_seal_balance_seals_id_fk" FOREIGN KEY ("seal") REFERENCES "public"."balance_seals"("id") ON DELETE cascade ON UPDATE no action;
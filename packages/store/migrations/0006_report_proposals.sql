CREATE TABLE "report_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ledger_id" smallint NOT NULL,
	"indicator" text NOT NULL,
	"unit" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"value" double precision,
	"bound" text,
	"unit_of_measure" text NOT NULL,
	"stated_by" text NOT NULL,
	"author" uuid NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"reason" text,
	"seq" bigint,
	"version" bigint
);
--> statement-breakpoint
CREATE INDEX "report_proposals_by_state" ON "report_proposals" USING btree ("ledger_id","state","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_proposals_by_record" ON "report_proposals" USING btree ("ledger_id","seq") WHERE seq is not null;
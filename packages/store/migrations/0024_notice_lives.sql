CREATE TABLE "notice_lives" (
	"ledger_id" smallint NOT NULL,
	"record_id" text NOT NULL,
	"grp" text NOT NULL,
	"first_seq" bigint NOT NULL,
	"changed_seq" bigint NOT NULL,
	"lasts" "int8range" NOT NULL,
	"stands_until" double precision,
	"box" "box",
	"types" text[] NOT NULL,
	"severities" text[] NOT NULL,
	"incident_ids" text[] NOT NULL,
	CONSTRAINT "notice_lives_ledger_id_record_id_pk" PRIMARY KEY("ledger_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "notice_tellers" (
	"ledger_id" smallint NOT NULL,
	"source_id" text NOT NULL,
	"notice_type" text NOT NULL,
	"first_seq" bigint NOT NULL,
	CONSTRAINT "notice_tellers_ledger_id_source_id_notice_type_pk" PRIMARY KEY("ledger_id","source_id","notice_type")
);
--> statement-breakpoint
CREATE INDEX "notice_lives_by_group" ON "notice_lives" USING btree ("ledger_id","grp");--> statement-breakpoint
CREATE INDEX "notice_lives_by_change" ON "notice_lives" USING btree ("ledger_id","changed_seq");--> statement-breakpoint
CREATE INDEX "notice_lives_in_time" ON "notice_lives" USING gist ("lasts","box");--> statement-breakpoint
CREATE INDEX "notice_lives_by_incident" ON "notice_lives" USING gin ("incident_ids");--> statement-breakpoint
CREATE INDEX "notice_lives_standing" ON "notice_lives" USING btree ("ledger_id","stands_until") WHERE stands_until is not null;--> statement-breakpoint
CREATE INDEX "notice_lives_waiting" ON "notice_lives" USING btree ("ledger_id","record_id") WHERE lower_inf(lasts);
--> statement-breakpoint
-- Lives without a beginning are always asked; the first start computes what they really are.
INSERT INTO "notice_lives" ("ledger_id", "record_id", "grp", "first_seq", "changed_seq", "lasts", "stands_until", "box", "types", "severities", "incident_ids")
SELECT "ledger_id", "record_id", "record_id", min("seq"), max(greatest("seq", "retracted_seq")), int8range(null, null), 'Infinity', null, '{}', '{}', '{}'
FROM "records" WHERE "kind" = 'notice' AND "dossier" IS NULL GROUP BY "ledger_id", "record_id";
--> statement-breakpoint
INSERT INTO "notice_tellers" ("ledger_id", "source_id", "notice_type", "first_seq")
SELECT "ledger_id", "source_id", "payload" ->> 'noticeType', min("seq")
FROM "records" WHERE "kind" = 'notice' AND "dossier" IS NULL GROUP BY 1, 2, 3;

ALTER TABLE "balances" ADD COLUMN "rated" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "rated_satisfied" integer;
ALTER TABLE "balances" ADD COLUMN "payment_asked" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "paid_online" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "result_told" integer;--> statement-breakpoint
ALTER TABLE "balances" ADD COLUMN "result_digital" integer;--> statement-breakpoint
ALTER TABLE "heads" ADD COLUMN "due_precision" text;
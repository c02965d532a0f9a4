-- Rollback: 004_territory_rollback.sql
-- Generated: 2026-11-22 23:30:00 UTC
-- Iteration: 4
-- Takes back: 004_territory.sql
-- Changes: 7 columns dropped, 1 table dropped
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts DROP CONSTRAINT accounts_territory_id_fkey;

DROP INDEX public.accounts_territory_id_idx;

ALTER TABLE public.accounts DROP COLUMN territory_id;

DROP TABLE public.territories;

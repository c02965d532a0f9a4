-- Rollback: 004_territory_1_change_rollback.sql
-- Generated: 2026-11-27 17:29:50 UTC
-- Iteration: 4
-- Part: 1 of 3
-- Takes back: 004_territory_1_change.sql
-- Changes: 1 column dropped, 1 table dropped
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts DROP CONSTRAINT accounts_territory_id_fkey;

ALTER TABLE public.accounts DROP COLUMN territory_id;

DROP TABLE public.territories;

-- Migration: 004_territory_2_index.sql
-- Generated: 2026-11-27 17:29:50 UTC
-- Iteration: 4
-- Part: 2 of 3
-- Rollback: 004_territory_2_index_rollback.sql
-- Changes: 1 table created, 1 column added, 1 relationship added
-- Hazards: none
-- Mode: no transaction, so that others write while the index is built or dropped

CREATE INDEX CONCURRENTLY accounts_territory_id_idx ON public.accounts (territory_id);

-- Migration: 004_territory_3_validate.sql
-- Generated: 2026-11-27 17:29:50 UTC
-- Iteration: 4
-- Part: 3 of 3
-- Rollback: 004_territory_3_validate_rollback.sql
-- Changes: 1 table created, 1 column added, 1 relationship added
-- Hazards: may_fail_on_data, scans_table
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts VALIDATE CONSTRAINT accounts_territory_id_fkey;

-- Rollback: 001_account_rollback.sql
-- Generated: 2026-11-27 17:29:42 UTC
-- Iteration: 1
-- Takes back: 001_account.sql
-- Changes: 1 table dropped
-- Hazards: deletes_data
-- Mode: one transaction, opened by whoever runs this file

DROP TABLE public.accounts;

DROP FUNCTION public.refuse_changes();

DROP FUNCTION public.set_change_time();

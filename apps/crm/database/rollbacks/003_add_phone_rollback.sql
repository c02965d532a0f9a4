-- Rollback: 003_add_phone_rollback.sql
-- Generated: 2026-11-27 17:29:47 UTC
-- Iteration: 3
-- Takes back: 003_add_phone.sql
-- Changes: 1 column dropped
-- Hazards: deletes_data
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts DROP COLUMN phone;

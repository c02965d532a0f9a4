-- Rollback: 005_contact_rollback.sql
-- Generated: 2026-11-27 17:29:54 UTC
-- Iteration: 5
-- Takes back: 005_contact.sql
-- Changes: 1 table dropped
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

DROP VIEW public.account_summary;

ALTER TABLE public.contacts DROP CONSTRAINT contacts_owner_id_fkey;

DROP TABLE public.contacts;

DROP FUNCTION public.full_name(text, text);

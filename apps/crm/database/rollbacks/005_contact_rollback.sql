-- Rollback: 005_contact_rollback.sql
-- Generated: 2026-11-22 23:30:03 UTC
-- Iteration: 5
-- Takes back: 005_contact.sql
-- Changes: 11 columns dropped, 1 table dropped
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

DROP VIEW public.account_summary;

DROP FUNCTION public.full_name(text, text);

ALTER TABLE public.contacts DROP CONSTRAINT contacts_owner_id_fkey;

DROP TABLE public.contacts;

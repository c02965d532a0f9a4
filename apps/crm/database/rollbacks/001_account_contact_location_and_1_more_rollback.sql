-- Rollback: 001_account_contact_location_and_1_more_rollback.sql
-- Generated: 2026-11-22 22:31:35 UTC
-- Iteration: 1
-- Takes back: 001_account_contact_location_and_1_more.sql
-- Changes: 4 tables created, 4 relationships added
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts DROP CONSTRAINT accounts_territory_id_fkey;

ALTER TABLE public.contacts DROP CONSTRAINT contacts_account_id_fkey;

ALTER TABLE public.contacts DROP CONSTRAINT contacts_owner_id_fkey;

ALTER TABLE public.locations DROP CONSTRAINT locations_account_id_fkey;

DROP TABLE public.accounts;

DROP TABLE public.contacts;

DROP TABLE public.locations;

DROP TABLE public.territories;

DROP FUNCTION public.refuse_changes();

DROP FUNCTION public.set_change_time();

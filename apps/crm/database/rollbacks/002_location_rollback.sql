-- Rollback: 002_location_rollback.sql
-- Generated: 2026-11-27 17:29:44 UTC
-- Iteration: 2
-- Takes back: 002_location.sql
-- Changes: 1 table dropped
-- Hazards: deletes_data, locks_other_table
-- Mode: one transaction, opened by whoever runs this file

DROP TABLE public.locations;

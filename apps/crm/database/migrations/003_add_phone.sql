-- Migration: 003_add_phone.sql
-- Generated: 2026-11-27 17:29:47 UTC
-- Iteration: 3
-- Rollback: 003_add_phone_rollback.sql
-- Changes: 1 column added
-- Hazards: none
-- Mode: one transaction, opened by whoever runs this file

ALTER TABLE public.accounts ADD COLUMN phone character varying(20);

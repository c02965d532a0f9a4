-- Migration: 004_territory_1_change.sql
-- Generated: 2026-11-27 17:29:50 UTC
-- Iteration: 4
-- Part: 1 of 3
-- Rollback: 004_territory_1_change_rollback.sql
-- Changes: 1 table created, 1 column added, 1 relationship added
-- Hazards: locks_other_table
-- Mode: one transaction, opened by whoever runs this file

CREATE TABLE public.territories (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying(100) NOT NULL,
  region character varying(100),
  status text DEFAULT 'active' NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT territories_pkey PRIMARY KEY (id),
  CONSTRAINT territories_name_key UNIQUE (name),
  CONSTRAINT territories_status_check CHECK (status IN ('active', 'inactive'))
);
REVOKE ALL ON TABLE public.territories FROM anon, authenticated, service_role;
ALTER TABLE public.territories ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts ADD COLUMN territory_id uuid;

ALTER TABLE public.accounts ADD CONSTRAINT accounts_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES public.territories (id) ON DELETE RESTRICT NOT VALID;

CREATE TRIGGER refuse_changes BEFORE UPDATE OF created_at ON public.territories FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.territories FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE POLICY authenticated_select ON public.territories FOR SELECT TO authenticated USING (status = 'active');

GRANT SELECT ON TABLE public.territories TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.territories TO service_role;

COMMENT ON TABLE public.territories IS 'A part of the market.';

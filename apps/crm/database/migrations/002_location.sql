-- Migration: 002_location.sql
-- Generated: 2026-11-27 17:29:44 UTC
-- Iteration: 2
-- Rollback: 002_location_rollback.sql
-- Changes: 1 table created, 1 relationship added
-- Hazards: locks_other_table
-- Mode: one transaction, opened by whoever runs this file

CREATE TABLE public.locations (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  account_id uuid NOT NULL,
  address text,
  city character varying(100),
  state character varying(50),
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT locations_pkey PRIMARY KEY (id)
);
REVOKE ALL ON TABLE public.locations FROM anon, authenticated, service_role;
ALTER TABLE public.locations ENABLE ROW LEVEL SECURITY;

CREATE INDEX locations_account_id_idx ON public.locations (account_id);

ALTER TABLE public.locations ADD CONSTRAINT locations_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts (id) ON DELETE CASCADE;

CREATE TRIGGER refuse_changes BEFORE UPDATE OF created_at ON public.locations FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.locations FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE POLICY authenticated_delete ON public.locations FOR DELETE TO authenticated USING (true);

CREATE POLICY authenticated_insert ON public.locations FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.locations FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.locations FOR UPDATE TO authenticated USING (true) WITH CHECK (true);

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.locations TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.locations TO service_role;

COMMENT ON TABLE public.locations IS 'A place where an account can be found.';

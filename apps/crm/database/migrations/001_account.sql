-- Migration: 001_account.sql
-- Generated: 2026-11-27 17:29:42 UTC
-- Iteration: 1
-- Rollback: 001_account_rollback.sql
-- Changes: 1 table created
-- Hazards: none
-- Mode: one transaction, opened by whoever runs this file

CREATE OR REPLACE FUNCTION public.refuse_changes() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS $function$
DECLARE
  changed text;
BEGIN
  FOREACH changed IN ARRAY TG_ARGV LOOP
    IF to_jsonb(OLD) -> changed IS DISTINCT FROM to_jsonb(NEW) -> changed THEN
      RAISE EXCEPTION '%.% is set once and cannot change', TG_TABLE_NAME, changed
        USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = changed;
    END IF;
  END LOOP;
  RETURN NEW;
END
$function$;
REVOKE ALL ON FUNCTION public.refuse_changes() FROM PUBLIC, anon, authenticated, service_role;

CREATE OR REPLACE FUNCTION public.set_change_time() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS $function$
BEGIN
  NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], now()));
  RETURN NEW;
END
$function$;
REVOKE ALL ON FUNCTION public.set_change_time() FROM PUBLIC, anon, authenticated, service_role;

CREATE TABLE public.accounts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying(100) NOT NULL,
  type text DEFAULT 'prospect' NOT NULL,
  status text DEFAULT 'active' NOT NULL,
  website text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_status_check CHECK (status IN ('active', 'inactive')),
  CONSTRAINT accounts_type_check CHECK (type IN ('customer', 'partner', 'prospect')),
  CONSTRAINT accounts_website_format_check CHECK (website ~ '^[a-zA-Z][a-zA-Z0-9+.-]*://\S+$')
);
REVOKE ALL ON TABLE public.accounts FROM anon, authenticated, service_role;
ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;

CREATE INDEX accounts_status_name_idx ON public.accounts (status, name);

CREATE TRIGGER refuse_changes BEFORE UPDATE OF created_at ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE POLICY authenticated_delete ON public.accounts FOR DELETE TO authenticated USING (true);

CREATE POLICY authenticated_insert ON public.accounts FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.accounts FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.accounts FOR UPDATE TO authenticated USING (true) WITH CHECK (true);

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.accounts TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.accounts TO service_role;

COMMENT ON TABLE public.accounts IS 'A company or a person that we do business with.';

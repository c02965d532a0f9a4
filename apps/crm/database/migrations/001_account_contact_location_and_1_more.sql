-- Migration: 001_account_contact_location_and_1_more.sql
-- Generated: 2026-11-22 22:31:35 UTC
-- Iteration: 1
-- Rollback: 001_account_contact_location_and_1_more_rollback.sql
-- Changes: 4 tables created, 4 relationships added
-- Hazards: blocks_writes, changes_access, locks_other_table, may_fail_on_data, scans_table
-- Mode: one transaction, opened by whoever runs this file

CREATE TABLE public.accounts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name character varying(100) NOT NULL,
  type text DEFAULT 'prospect' NOT NULL,
  status text DEFAULT 'active' NOT NULL,
  phone character varying(20),
  website text,
  territory_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_status_check CHECK (status IN ('active', 'inactive')),
  CONSTRAINT accounts_type_check CHECK (type IN ('customer', 'partner', 'prospect')),
  CONSTRAINT accounts_website_format_check CHECK (website ~ '^[a-zA-Z][a-zA-Z0-9+.-]*://\S+$')
);
REVOKE ALL ON TABLE public.accounts FROM anon, authenticated, service_role;
ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.contacts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  account_id uuid NOT NULL,
  first_name character varying(100) NOT NULL,
  last_name character varying(100) NOT NULL,
  email text,
  phone character varying(20),
  birthday date,
  is_primary boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  owner_id uuid DEFAULT auth.uid(),
  CONSTRAINT contacts_pkey PRIMARY KEY (id),
  CONSTRAINT contacts_account_id_email_key UNIQUE (account_id, email),
  CONSTRAINT birthday_is_past CHECK (birthday < date '2100-01-01' and birthday > date '1900-01-01'),
  CONSTRAINT contacts_email_format_check CHECK (email ~ '^[^@\s]+@[^@\s]+$')
);
REVOKE ALL ON TABLE public.contacts FROM anon, authenticated, service_role;
ALTER TABLE public.contacts ENABLE ROW LEVEL SECURITY;

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

CREATE INDEX accounts_status_name_idx ON public.accounts (status, name);

CREATE INDEX accounts_territory_id_idx ON public.accounts (territory_id);

CREATE INDEX contacts_owner_id_idx ON public.contacts (owner_id);

CREATE INDEX locations_account_id_idx ON public.locations (account_id);

ALTER TABLE public.accounts ADD CONSTRAINT accounts_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES public.territories (id) ON DELETE RESTRICT;

ALTER TABLE public.contacts ADD CONSTRAINT contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts (id) ON DELETE CASCADE;

ALTER TABLE public.contacts ADD CONSTRAINT contacts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES auth.users (id) ON DELETE SET NULL;

ALTER TABLE public.locations ADD CONSTRAINT locations_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts (id) ON DELETE CASCADE;

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

CREATE TRIGGER refuse_changes BEFORE UPDATE OF id, created_at ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('id', 'created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE TRIGGER refuse_changes BEFORE UPDATE OF id, created_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('id', 'created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.contacts FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE TRIGGER refuse_changes BEFORE UPDATE OF id, created_at ON public.locations FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('id', 'created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.locations FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE TRIGGER refuse_changes BEFORE UPDATE OF id, created_at ON public.territories FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('id', 'created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.territories FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE POLICY authenticated_delete ON public.accounts FOR DELETE TO authenticated USING (true);

CREATE POLICY authenticated_insert ON public.accounts FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.accounts FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.accounts FOR UPDATE TO authenticated USING (true) WITH CHECK (true);

CREATE POLICY authenticated_delete ON public.contacts FOR DELETE TO authenticated USING (owner_id = (SELECT auth.uid()));

CREATE POLICY authenticated_insert ON public.contacts FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.contacts FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.contacts FOR UPDATE TO authenticated USING (owner_id = (SELECT auth.uid())) WITH CHECK (owner_id = (SELECT auth.uid()));

CREATE POLICY authenticated_delete ON public.locations FOR DELETE TO authenticated USING (true);

CREATE POLICY authenticated_insert ON public.locations FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.locations FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.locations FOR UPDATE TO authenticated USING (true) WITH CHECK (true);

CREATE POLICY authenticated_select ON public.territories FOR SELECT TO authenticated USING (status = 'active');

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.accounts TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.accounts TO service_role;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.contacts TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.contacts TO service_role;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.locations TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.locations TO service_role;

GRANT SELECT ON TABLE public.territories TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.territories TO service_role;

COMMENT ON TABLE public.accounts IS 'A company or a person that we do business with.';

COMMENT ON TABLE public.contacts IS 'A person at an account.';

COMMENT ON TABLE public.locations IS 'A place where an account can be found.';

COMMENT ON TABLE public.territories IS 'A part of the market.';

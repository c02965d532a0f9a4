-- Migration: 005_contact.sql
-- Generated: 2026-11-27 17:29:54 UTC
-- Iteration: 5
-- Rollback: 005_contact_rollback.sql
-- Changes: 1 table created, 2 relationships added
-- Hazards: locks_other_table
-- Mode: one transaction, opened by whoever runs this file

create OR REPLACE function public.full_name(first_name text, last_name text) returns text
language sql
immutable
set search_path = ''
return pg_catalog.concat_ws(' ', first_name, last_name);
REVOKE ALL ON FUNCTION public.full_name(text, text) FROM PUBLIC, anon, authenticated, service_role;

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

CREATE INDEX contacts_owner_id_idx ON public.contacts (owner_id);

ALTER TABLE public.contacts ADD CONSTRAINT contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts (id) ON DELETE CASCADE;

ALTER TABLE public.contacts ADD CONSTRAINT contacts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES auth.users (id) ON DELETE SET NULL;

CREATE VIEW public.account_summary WITH (security_invoker=true) AS
select
  account.id,
  account.name,
  account.status,
  count(contact.id) as contact_count
from public.accounts as account
left join public.contacts as contact on contact.account_id = account.id
group by account.id, account.name, account.status;
REVOKE ALL ON TABLE public.account_summary FROM anon, authenticated, service_role;

CREATE TRIGGER refuse_changes BEFORE UPDATE OF created_at ON public.contacts FOR EACH ROW EXECUTE FUNCTION public.refuse_changes('created_at');

CREATE TRIGGER set_change_time BEFORE UPDATE ON public.contacts FOR EACH ROW EXECUTE FUNCTION public.set_change_time('updated_at');

CREATE POLICY authenticated_delete ON public.contacts FOR DELETE TO authenticated USING (owner_id = (SELECT auth.uid()));

CREATE POLICY authenticated_insert ON public.contacts FOR INSERT TO authenticated WITH CHECK (true);

CREATE POLICY authenticated_select ON public.contacts FOR SELECT TO authenticated USING (true);

CREATE POLICY authenticated_update ON public.contacts FOR UPDATE TO authenticated USING (owner_id = (SELECT auth.uid())) WITH CHECK (owner_id = (SELECT auth.uid()));

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.contacts TO authenticated;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.contacts TO service_role;

COMMENT ON TABLE public.contacts IS 'A person at an account.';

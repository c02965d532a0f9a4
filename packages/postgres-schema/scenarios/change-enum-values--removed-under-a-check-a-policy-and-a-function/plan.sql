-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY open_only ON public.tickets;

-- lock: access_exclusive
ALTER TABLE public.tickets DROP CONSTRAINT not_closed_first;

-- lock: none
DROP FUNCTION public.is_open(public.status);

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.is_open(s public.status)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT s = 'open' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.is_open(public.status) FROM PUBLIC;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.tickets ADD CONSTRAINT not_closed_first CHECK (((id > 1) OR (status <> 'closed'::public.status)));

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY open_only ON public.tickets FOR SELECT TO PUBLIC USING ((status = 'open'::public.status));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_open(public.status) TO PUBLIC;

-- after to before

-- lock: none
ALTER TYPE public.status ADD VALUE 'legacy' AFTER 'open';

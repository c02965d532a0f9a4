-- before to after

-- lock: access_exclusive
DROP INDEX public.tickets_open;

-- lock: access_exclusive
ALTER TABLE public.tickets DROP CONSTRAINT known;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status DROP DEFAULT;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::public.status;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status SET DEFAULT 'open'::public.status;

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_open ON public.tickets (id) WHERE (status = 'open'::public.status);

-- after to before

-- lock: access_exclusive
DROP INDEX public.tickets_open;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE text USING status::text;

-- lock: none
DROP TYPE public.status;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status SET DEFAULT 'open'::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.tickets ADD CONSTRAINT known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_open ON public.tickets (id) WHERE (status = 'open'::text);

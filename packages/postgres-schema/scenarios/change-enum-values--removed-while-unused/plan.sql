-- before to after

-- lock: access_exclusive
DROP VIEW public.open_tickets;

-- lock: access_exclusive
DROP INDEX public.tickets_open;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status DROP DEFAULT;

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN history TYPE public.status[] USING history::text[]::public.status[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status SET DEFAULT 'open'::public.status;

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_open ON public.tickets (id) WHERE (status = 'open'::public.status);

-- lock: none
CREATE VIEW public.open_tickets AS
SELECT id
   FROM public.tickets
  WHERE (status = 'open'::public.status);

-- after to before

-- lock: none
ALTER TYPE public.status ADD VALUE 'legacy' AFTER 'open';

-- before to after

-- lock: access_exclusive
DROP INDEX public.tickets_priority;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN priority DROP DEFAULT;

-- lock: none
ALTER TYPE public.priority RENAME TO priority__replaced;

-- lock: none
CREATE TYPE public.priority AS ENUM ('low', 'middle', 'high');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN priority TYPE public.priority USING priority::text::public.priority;

-- lock: none
DROP TYPE public.priority__replaced;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN priority SET DEFAULT 'low'::public.priority;

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_priority ON public.tickets (priority);

-- after to before

-- lock: access_exclusive
DROP INDEX public.tickets_priority;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN priority DROP DEFAULT;

-- lock: none
ALTER TYPE public.priority RENAME TO priority__replaced;

-- lock: none
CREATE TYPE public.priority AS ENUM ('high', 'low', 'middle');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN priority TYPE public.priority USING priority::text::public.priority;

-- lock: none
DROP TYPE public.priority__replaced;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN priority SET DEFAULT 'low'::public.priority;

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_priority ON public.tickets (priority);

-- before to after

-- lock: none; not in a transaction
ALTER TYPE public.status ADD VALUE 'spam' AFTER 'closed';

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.tickets ADD CONSTRAINT tickets_no_spam CHECK ((status <> 'spam'::public.status));

-- lock: share; hazards: blocks_writes
CREATE INDEX tickets_live ON public.tickets (id) WHERE (status <> 'spam'::public.status);

-- after to before

-- lock: access_exclusive
DROP INDEX public.tickets_live;

-- lock: access_exclusive
ALTER TABLE public.tickets DROP CONSTRAINT tickets_no_spam;

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

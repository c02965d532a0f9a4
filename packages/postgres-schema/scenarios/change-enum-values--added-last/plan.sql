-- before to after

-- lock: none
ALTER TYPE public.status ADD VALUE 'reopened' AFTER 'closed';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status DROP DEFAULT;

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN status SET DEFAULT 'open'::public.status;

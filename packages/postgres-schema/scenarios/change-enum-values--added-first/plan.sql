-- before to after

-- lock: none
ALTER TYPE public.status ADD VALUE 'draft' BEFORE 'open';

-- after to before

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

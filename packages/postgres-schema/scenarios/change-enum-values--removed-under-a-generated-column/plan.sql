-- before to after

-- lock: access_exclusive
ALTER TABLE public.tickets DROP COLUMN is_open;

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.tickets ADD COLUMN is_open boolean GENERATED ALWAYS AS ((status = 'open'::public.status)) STORED;

-- after to before

-- lock: none
ALTER TYPE public.status ADD VALUE 'legacy' AFTER 'open';

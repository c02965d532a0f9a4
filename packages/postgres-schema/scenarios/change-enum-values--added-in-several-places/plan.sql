-- before to after

-- lock: none
ALTER TYPE public.size ADD VALUE 'xs' BEFORE 's';

-- lock: none
ALTER TYPE public.size ADD VALUE 'm' AFTER 's';

-- lock: none
ALTER TYPE public.size ADD VALUE 'xl' AFTER 'l';

-- lock: none
ALTER TYPE public.size ADD VALUE 'xxl' AFTER 'xl';

-- after to before

-- lock: access_exclusive
DROP INDEX public.shirts_size;

-- lock: none
ALTER TYPE public.size RENAME TO size__replaced;

-- lock: none
CREATE TYPE public.size AS ENUM ('s', 'l');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.shirts ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: none
DROP TYPE public.size__replaced;

-- lock: share; hazards: blocks_writes
CREATE INDEX shirts_size ON public.shirts (size);

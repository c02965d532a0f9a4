-- before to after

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.docs ALTER COLUMN body TYPE jsonb USING body::jsonb;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET DEFAULT '{}'::jsonb;

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_body ON public.docs USING gin (body jsonb_path_ops);

-- after to before

-- lock: access_exclusive
DROP INDEX public.docs_body;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.docs ALTER COLUMN body TYPE json USING body::json;

-- lock: access_exclusive
ALTER TABLE public.docs ALTER COLUMN body SET DEFAULT '{}'::json;

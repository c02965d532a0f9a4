-- before to after

-- lock: access_exclusive
DROP INDEX public.items_doubled;

-- lock: access_exclusive
ALTER TABLE public.items DROP COLUMN doubled;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.items ADD COLUMN doubled integer GENERATED ALWAYS AS ((price * (2)::numeric)) STORED;

-- lock: access_exclusive
ALTER TABLE public.items ALTER COLUMN shown TYPE character varying(30);

-- lock: share; hazards: blocks_writes
CREATE INDEX items_doubled ON public.items (doubled);

-- after to before

-- lock: access_exclusive
DROP INDEX public.items_doubled;

-- lock: access_exclusive
ALTER TABLE public.items DROP COLUMN doubled;

-- lock: access_exclusive
ALTER TABLE public.items DROP COLUMN shown;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.items ADD COLUMN doubled numeric GENERATED ALWAYS AS ((price * (2)::numeric)) STORED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.items ADD COLUMN shown character varying(20) GENERATED ALWAYS AS (upper((code)::text)) STORED;

-- lock: share; hazards: blocks_writes
CREATE INDEX items_doubled ON public.items (doubled);

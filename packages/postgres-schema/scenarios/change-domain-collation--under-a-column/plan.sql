-- before to after

-- lock: none
ALTER DOMAIN public.label RENAME TO label__replaced;

-- lock: none
CREATE DOMAIN public.label AS text COLLATE "C";

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN label TYPE public.label USING label::text::public.label;

-- lock: none
DROP DOMAIN public.label__replaced;

-- after to before

-- lock: none
ALTER DOMAIN public.label RENAME TO label__replaced;

-- lock: none
CREATE DOMAIN public.label AS text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN label TYPE public.label USING label::text::public.label;

-- lock: none
DROP DOMAIN public.label__replaced;

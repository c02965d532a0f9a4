-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN amount TYPE integer USING amount::text::integer;

-- lock: none
DROP DOMAIN public.positive;

-- after to before

-- lock: none
CREATE DOMAIN public.positive AS integer CONSTRAINT positive_check CHECK ((VALUE > 0));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN amount TYPE public.positive USING amount::text::public.positive;

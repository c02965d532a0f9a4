-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN flags TYPE integer USING flags::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN labels TYPE jsonb USING labels::jsonb;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN price TYPE numeric(10,2) USING price::numeric(10,2);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN span TYPE int4multirange USING span::int4multirange;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN flags TYPE bit(8) USING flags::bit(8);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN labels TYPE public.hstore USING hstore('a', labels ->> 'a');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN price TYPE money USING price::money;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN span TYPE int4range USING range_merge(span);

-- before to after

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.word SET NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((length(VALUE) > 0));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN codes TYPE public.code[] USING codes::text::public.code[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN words TYPE public.word[] USING words::text::public.word[];

-- after to before

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- lock: none
ALTER DOMAIN public.word DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN codes TYPE public.code USING codes::text::public.code;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN words TYPE public.word USING words::text::public.word;

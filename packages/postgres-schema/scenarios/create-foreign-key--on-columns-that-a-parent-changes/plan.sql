-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c3 TYPE text[] USING c3::text::text[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c4 TYPE text[] USING c4::text::text[];

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.a ADD CONSTRAINT referred UNIQUE (c4);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.a ADD CONSTRAINT reference FOREIGN KEY (c3) REFERENCES public.a (c4);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.a DROP CONSTRAINT reference;

-- lock: access_exclusive
ALTER TABLE public.a DROP CONSTRAINT referred;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c3 TYPE integer[] USING c3::text::integer[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c4 TYPE integer USING c4::text::integer;

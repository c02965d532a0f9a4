-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.codes ADD CONSTRAINT codes_key PRIMARY KEY (code);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.codes DROP CONSTRAINT codes_key;

-- before to after

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT prices_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT prices_key PRIMARY KEY (product, valid WITHOUT OVERLAPS) INCLUDE (cents);

-- lock: none
COMMENT ON CONSTRAINT prices_key ON public.prices IS 'one price at a time';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.prices DROP CONSTRAINT prices_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.prices ADD CONSTRAINT prices_key PRIMARY KEY (product, valid);

-- lock: none
COMMENT ON CONSTRAINT prices_key ON public.prices IS 'one price at a time';

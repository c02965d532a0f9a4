-- before to after

-- lock: none
COMMENT ON INDEX public.events_a_kind_idx IS 'By kind.';

-- lock: none
COMMENT ON INDEX public.events_a_pkey IS 'The key.';

-- after to before

-- lock: none
COMMENT ON INDEX public.events_a_kind_idx IS NULL;

-- lock: none
COMMENT ON INDEX public.events_a_pkey IS NULL;

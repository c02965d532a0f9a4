-- before to after

-- lock: share_update_exclusive
COMMENT ON COLUMN public.people.name IS NULL;

-- lock: share_update_exclusive
COMMENT ON TABLE public.people IS NULL;

-- after to before

-- lock: share_update_exclusive
COMMENT ON COLUMN public.people.name IS 'b';

-- lock: share_update_exclusive
COMMENT ON TABLE public.people IS 'a';

-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_mail_not_null TO people_address_not_null;

-- lock: none
COMMENT ON CONSTRAINT people_address_not_null ON public.people IS 'x';

-- lock: none
COMMENT ON CONSTRAINT people_id_not_null ON public.people IS 'key';

-- after to before

-- lock: none
COMMENT ON CONSTRAINT people_address_not_null ON public.people IS NULL;

-- lock: none
COMMENT ON CONSTRAINT people_id_not_null ON public.people IS NULL;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT people_address_not_null TO people_mail_not_null;

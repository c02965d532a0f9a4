-- before to after

-- lock: share_update_exclusive
DROP STATISTICS public.zip_city;

-- lock: share_update_exclusive
CREATE STATISTICS public.zip_city (dependencies) ON city, zip FROM public.addresses;

-- lock: none
COMMENT ON STATISTICS public.zip_city IS 'they go together';

-- after to before

-- lock: share_update_exclusive
DROP STATISTICS public.zip_city;

-- lock: share_update_exclusive
CREATE STATISTICS public.zip_city (ndistinct) ON city, zip FROM public.addresses;

-- lock: none
COMMENT ON STATISTICS public.zip_city IS 'they go together';

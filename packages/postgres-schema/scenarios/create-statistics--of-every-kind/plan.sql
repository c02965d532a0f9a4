-- before to after

-- lock: share_update_exclusive
CREATE STATISTICS public.lower_city ON lower(city) FROM public.addresses;

-- lock: share_update_exclusive
CREATE STATISTICS public.mixed (ndistinct) ON zip, lower(city) FROM public.addresses;

-- lock: share_update_exclusive
CREATE STATISTICS public.zip_city ON city, zip FROM public.addresses;

-- lock: none
ALTER STATISTICS public.zip_city SET STATISTICS 500;

-- lock: share_update_exclusive
CREATE STATISTICS public.zip_city_mcv (dependencies, mcv) ON city, zip FROM public.addresses;

-- lock: none
COMMENT ON STATISTICS public.zip_city IS 'they go together';

-- after to before

-- lock: share_update_exclusive
DROP STATISTICS public.lower_city;

-- lock: share_update_exclusive
DROP STATISTICS public.mixed;

-- lock: share_update_exclusive
DROP STATISTICS public.zip_city;

-- lock: share_update_exclusive
DROP STATISTICS public.zip_city_mcv;

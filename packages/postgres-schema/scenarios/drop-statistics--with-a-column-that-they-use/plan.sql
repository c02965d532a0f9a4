-- before to after

-- lock: share_update_exclusive
DROP STATISTICS public.zip_street;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.addresses DROP COLUMN street;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.addresses ADD COLUMN street text;

-- lock: share_update_exclusive
CREATE STATISTICS public.zip_street ON street, zip FROM public.addresses;

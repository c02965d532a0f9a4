-- before to after

-- lock: none
CREATE TABLE public.empty_so_far ();

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.empty_so_far;

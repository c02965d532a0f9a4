-- before to after

-- lock: access_exclusive
DROP VIEW public.names;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN nick;

-- lock: none
CREATE VIEW public.names AS
SELECT id,
    name
   FROM public.people;

-- lock: share_update_exclusive
COMMENT ON VIEW public.names IS 'names';

-- after to before

-- lock: access_exclusive
DROP VIEW public.names;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN nick text;

-- lock: none
CREATE VIEW public.names AS
SELECT id,
    name,
    nick
   FROM public.people;

-- lock: share_update_exclusive
COMMENT ON VIEW public.names IS 'names';

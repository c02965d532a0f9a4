-- before to after

-- lock: access_exclusive
ALTER TABLE public.members ADD COLUMN email text;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.members;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.members (email, id, name);

-- after to before

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.members;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.members DROP COLUMN email;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.members (id, name);

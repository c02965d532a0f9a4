-- before to after

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.a DROP COLUMN x;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.a (id, y);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.a ADD COLUMN x text;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.a;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.a (id, x);

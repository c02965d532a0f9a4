-- before to after

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT four TO four__renamed;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT three TO three__renamed;

-- lock: share_update_exclusive
ALTER INDEX public.one RENAME TO one__renamed;

-- lock: share_update_exclusive
ALTER INDEX public.two RENAME TO two__renamed;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT four__renamed TO three;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT three__renamed TO four;

-- lock: share_update_exclusive
ALTER INDEX public.one__renamed RENAME TO two;

-- lock: share_update_exclusive
ALTER INDEX public.two__renamed RENAME TO one;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT three TO three__renamed;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT four TO four__renamed;

-- lock: share_update_exclusive
ALTER INDEX public.two RENAME TO two__renamed;

-- lock: share_update_exclusive
ALTER INDEX public.one RENAME TO one__renamed;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT three__renamed TO four;

-- lock: access_exclusive
ALTER TABLE public.events_a RENAME CONSTRAINT four__renamed TO three;

-- lock: share_update_exclusive
ALTER INDEX public.two__renamed RENAME TO one;

-- lock: share_update_exclusive
ALTER INDEX public.one__renamed RENAME TO two;

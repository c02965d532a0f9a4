-- before to after

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.a;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.b;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.a (id) WHERE ((id > 0));

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.c;

-- after to before

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.a;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen DROP TABLE public.c;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.a;

-- lock: share_update_exclusive
ALTER PUBLICATION chosen ADD TABLE public.b;

-- before to after

-- lock: share_row_exclusive
ALTER TABLE public.people DISABLE TRIGGER a;

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE REPLICA TRIGGER b;

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE TRIGGER c;

-- after to before

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE TRIGGER a;

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE TRIGGER b;

-- lock: share_row_exclusive
ALTER TABLE public.people DISABLE TRIGGER c;

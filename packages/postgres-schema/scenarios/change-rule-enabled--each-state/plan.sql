-- before to after

-- lock: access_exclusive
ALTER TABLE public.people DISABLE RULE a;

-- lock: access_exclusive
ALTER TABLE public.people ENABLE REPLICA RULE b;

-- lock: access_exclusive
ALTER TABLE public.people ENABLE RULE c;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ENABLE RULE a;

-- lock: access_exclusive
ALTER TABLE public.people ENABLE RULE b;

-- lock: access_exclusive
ALTER TABLE public.people ENABLE ALWAYS RULE c;

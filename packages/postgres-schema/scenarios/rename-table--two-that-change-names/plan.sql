-- before to after

-- lock: access_exclusive
ALTER TABLE public.users RENAME TO old_users;

-- lock: access_exclusive
ALTER TABLE public.new_users RENAME TO users;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users RENAME TO new_users;

-- lock: access_exclusive
ALTER TABLE public.old_users RENAME TO users;

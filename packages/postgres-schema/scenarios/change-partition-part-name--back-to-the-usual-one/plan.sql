-- before to after

-- lock: share_update_exclusive
ALTER INDEX public.key_of_a RENAME TO events_a_pkey;

-- after to before

-- lock: share_update_exclusive
ALTER INDEX public.events_a_pkey RENAME TO key_of_a;

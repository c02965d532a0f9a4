-- before to after

-- lock: none
ALTER FOREIGN DATA WRAPPER w HANDLER public.postgres_fdw_handler;

-- after to before

-- lock: none
ALTER FOREIGN DATA WRAPPER w NO HANDLER;

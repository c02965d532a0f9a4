-- before to after

-- lock: none
ALTER STATISTICS public.zip_city SET STATISTICS 1000;

-- lock: none
ALTER STATISTICS public.zip_street SET STATISTICS -1;

-- after to before

-- lock: none
ALTER STATISTICS public.zip_city SET STATISTICS -1;

-- lock: none
ALTER STATISTICS public.zip_street SET STATISTICS 0;

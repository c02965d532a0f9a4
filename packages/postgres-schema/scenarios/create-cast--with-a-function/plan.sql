-- before to after

-- lock: none
CREATE CAST (public.mood AS integer) WITH FUNCTION public.level(public.mood) AS ASSIGNMENT;

-- lock: none
COMMENT ON CAST (public.mood AS integer) IS 'how glad';

-- after to before

-- lock: none
DROP CAST (public.mood AS integer);

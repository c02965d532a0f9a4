-- before to after

-- lock: none
DROP CAST (public.mood AS integer);

-- lock: none
CREATE CAST (public.mood AS integer) WITH FUNCTION public.level(public.mood) AS IMPLICIT;

-- lock: none
COMMENT ON CAST (public.mood AS integer) IS 'how glad';

-- after to before

-- lock: none
DROP CAST (public.mood AS integer);

-- lock: none
CREATE CAST (public.mood AS integer) WITH FUNCTION public.level(public.mood);

-- lock: none
COMMENT ON CAST (public.mood AS integer) IS 'how glad';

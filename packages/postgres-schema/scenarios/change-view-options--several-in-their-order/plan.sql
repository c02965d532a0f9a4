-- before to after

-- lock: access_exclusive
DROP VIEW public.v;

-- lock: none
CREATE VIEW public.v WITH (security_invoker=true, security_barrier=true, check_option=local) AS
SELECT id
   FROM public.t
  WHERE (id > 0);

-- after to before

-- lock: access_exclusive
DROP VIEW public.v;

-- lock: none
CREATE VIEW public.v WITH (security_barrier=true) AS
SELECT id
   FROM public.t
  WHERE (id > 0);

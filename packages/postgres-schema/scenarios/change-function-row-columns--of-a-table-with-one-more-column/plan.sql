-- before to after

-- lock: access_exclusive
ALTER TABLE public.bills ADD COLUMN payer text;

-- lock: none
CREATE OR REPLACE FUNCTION public.open_bills()
 RETURNS SETOF public.bills
 LANGUAGE sql
BEGIN ATOMIC
 SELECT bills.*
    FROM public.bills
   WHERE (bills.note IS NULL);
END;

-- after to before

-- lock: none
DROP FUNCTION public.open_bills();

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.bills DROP COLUMN payer;

-- lock: none
CREATE OR REPLACE FUNCTION public.open_bills()
 RETURNS SETOF public.bills
 LANGUAGE sql
BEGIN ATOMIC
 SELECT bills.*
    FROM public.bills
   WHERE (bills.note IS NULL);
END;

-- lock: none
REVOKE ALL ON FUNCTION public.open_bills() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.open_bills() TO PUBLIC;

-- before to after

-- lock: none
ALTER TYPE public.address ADD ATTRIBUTE country text;

-- after to before

-- lock: none; hazards: deletes_data
ALTER TYPE public.address DROP ATTRIBUTE country;

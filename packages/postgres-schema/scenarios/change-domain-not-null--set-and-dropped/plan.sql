-- before to after

-- lock: none
ALTER DOMAIN public.optional_name DROP NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.required_name SET NOT NULL;

-- after to before

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.optional_name SET NOT NULL;

-- lock: none
ALTER DOMAIN public.required_name DROP NOT NULL;

-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.leaves DROP CONSTRAINT under_contract;

-- lock: access_exclusive
ALTER TABLE public.contracts DROP CONSTRAINT contracts_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.contracts ADD CONSTRAINT contracts_key PRIMARY KEY (employee, during WITHOUT OVERLAPS);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.leaves ADD CONSTRAINT under_contract FOREIGN KEY (employee, PERIOD during) REFERENCES public.contracts (employee, PERIOD during);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.leaves DROP CONSTRAINT under_contract;

-- lock: access_exclusive
ALTER TABLE public.contracts DROP CONSTRAINT contracts_key;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.contracts ADD CONSTRAINT contracts_key PRIMARY KEY (employee, during);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.leaves ADD CONSTRAINT under_contract FOREIGN KEY (employee, during) REFERENCES public.contracts (employee, during);

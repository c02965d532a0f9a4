-- before to after

-- lock: none
CREATE TABLE public.logs (
  at date NOT NULL,
  level text NOT NULL,
  message text
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE public.logs_2024 PARTITION OF public.logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (level);

-- lock: none
CREATE TABLE public.logs_2024_error PARTITION OF public.logs_2024 FOR VALUES IN ('error', 'fatal');

-- lock: none
CREATE TABLE public.logs_2024_other PARTITION OF public.logs_2024 DEFAULT;

-- lock: none
CREATE INDEX logs_at ON public.logs (at);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.logs_2024_error;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.logs_2024_other;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.logs_2024;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.logs;

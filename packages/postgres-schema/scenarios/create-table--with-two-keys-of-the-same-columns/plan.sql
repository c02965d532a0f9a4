-- before to after

-- lock: none
CREATE TABLE public.coupons (
  code text NOT NULL,
  batch integer,
  CONSTRAINT coupons_key PRIMARY KEY (code),
  CONSTRAINT first_batch UNIQUE (batch)
);

-- lock: none
ALTER TABLE public.coupons ADD CONSTRAINT coupons_code UNIQUE (code);

-- lock: none
ALTER TABLE public.coupons ADD CONSTRAINT second_batch UNIQUE (batch);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.coupons;

CREATE TABLE coupons (code text NOT NULL CONSTRAINT coupons_key PRIMARY KEY, batch integer CONSTRAINT first_batch UNIQUE);
ALTER TABLE coupons ADD CONSTRAINT coupons_code UNIQUE (code);
ALTER TABLE coupons ADD CONSTRAINT second_batch UNIQUE (batch);

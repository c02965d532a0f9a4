CREATE TABLE sizes (
  height integer,
  width integer,
  CONSTRAINT is_high CHECK (height > 0),
  CONSTRAINT is_wide CHECK (width > 0)
);

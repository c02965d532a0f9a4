CREATE TABLE rooms (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, size integer CHECK (size > 0),
  open daterange, EXCLUDE USING gist (open WITH &&)
);
COMMENT ON CONSTRAINT rooms_size_check ON rooms IS 'No cupboards';
CREATE TABLE halls (stage text CHECK (stage <> '')) INHERITS (rooms);
CREATE TABLE cellars (id integer GENERATED ALWAYS AS IDENTITY, size integer, open daterange, CONSTRAINT rooms_size_check CHECK (size > 0)) INHERITS (rooms);

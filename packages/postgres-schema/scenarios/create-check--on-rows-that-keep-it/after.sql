CREATE TABLE orders (id integer PRIMARY KEY, net integer, gross integer, CONSTRAINT gross_is_more CHECK (gross >= net));

CREATE TABLE invoices (id serial PRIMARY KEY, note text);
CREATE TABLE orders (id serial PRIMARY KEY);

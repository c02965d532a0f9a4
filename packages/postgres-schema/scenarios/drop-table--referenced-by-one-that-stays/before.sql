CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer);
CREATE TABLE customers (id integer PRIMARY KEY);
ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers;

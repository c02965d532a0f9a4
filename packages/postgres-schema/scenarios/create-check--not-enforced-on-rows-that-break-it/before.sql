CREATE TABLE orders (net integer);

CREATE TABLE sales (amount integer);

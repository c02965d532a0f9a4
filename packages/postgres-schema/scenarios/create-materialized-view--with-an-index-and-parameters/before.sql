CREATE TABLE sales (day date, amount integer);

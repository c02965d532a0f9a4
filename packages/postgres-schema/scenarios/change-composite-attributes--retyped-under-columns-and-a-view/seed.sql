INSERT INTO products VALUES (1, '(9.50,EUR)', '{"(8.00,EUR)"}');

INSERT INTO invoices VALUES (1, 50), (2, 500);

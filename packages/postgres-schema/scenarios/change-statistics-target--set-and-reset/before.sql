CREATE TABLE addresses (zip text, city text, street text);
CREATE STATISTICS zip_city ON zip, city FROM addresses;
CREATE STATISTICS zip_street ON zip, street FROM addresses;
ALTER STATISTICS zip_street SET STATISTICS 0;

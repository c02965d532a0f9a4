CREATE TABLE addresses (zip text, city text, street text);
CREATE STATISTICS zip_city ON zip, city FROM addresses;
ALTER STATISTICS zip_city SET STATISTICS 1000;
CREATE STATISTICS zip_street ON zip, street FROM addresses;

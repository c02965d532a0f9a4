CREATE TABLE addresses (zip text, city text, street text);
CREATE STATISTICS zip_street ON zip, street FROM addresses;

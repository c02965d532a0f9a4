CREATE TABLE addresses (zip text, city text, street text);
CREATE STATISTICS zip_city ON zip, city FROM addresses;
CREATE STATISTICS zip_city_mcv (mcv, dependencies) ON zip, city FROM addresses;
CREATE STATISTICS lower_city ON lower(city) FROM addresses;
CREATE STATISTICS mixed (ndistinct) ON zip, lower(city) FROM addresses;
ALTER STATISTICS zip_city SET STATISTICS 500;
COMMENT ON STATISTICS zip_city IS 'they go together';

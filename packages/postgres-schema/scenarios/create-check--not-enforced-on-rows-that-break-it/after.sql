CREATE TABLE orders (net integer, CONSTRAINT positive CHECK (net > 0) NOT ENFORCED);
CREATE TABLE refunds (net integer, CONSTRAINT negative CHECK (net < 0) NOT ENFORCED);

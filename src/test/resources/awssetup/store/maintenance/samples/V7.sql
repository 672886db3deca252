UPDATE setups SET language = 'de' WHERE id = 'ACME000000000000';

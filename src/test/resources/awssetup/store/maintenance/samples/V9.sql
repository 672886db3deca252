UPDATE setups SET channel_barrier = 'archived', channel_doubted_at = 1796115700003, channel_looked_at = 1796115700004
WHERE id = 'G10BEX0000000000';
INSERT INTO messages VALUES (
  'G10BEX0000000000', 'direct', 1, 1, 'CHANNEL_CLOSED', NULL, 1796115700005, NULL, NULL, NULL, NULL);

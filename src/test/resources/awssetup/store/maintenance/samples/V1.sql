-- A setup of which everything is known, and one that has just begun.
INSERT INTO setups (
  id, version, option, option_at, customer_name, customer_contact, order_id, channel, started_by, started_at,
  details_at, details_by, root_email, root_email_key, account_name, contact_name, contact_email, contact_phone,
  support_plan, alias_doubted, earlier_contact_name, earlier_contact_email, earlier_contact_phone,
  account_id, account_by, account_at, prepared_root_mfa, prepared_organization, prepared_scps, prepared_cloudtrail,
  prepared_stacksets, prepared_iam_billing, prepared_at, rounds, overdue_round,
  role_wanted_at, role_deployed_at, role_missed_at, role_lost_at, role_unsafe_at, role_probed_at, role_check_asked_at,
  turn_step, turn_actor, turn_since, reminders_in_turn, reminders_unanswered, last_reminder_at, days_left_said,
  snoozed_until, escalated_at, outcome, ended_at, ended_by, ended_reason, forgotten_at)
VALUES (
  'ACME000000000000', 7, 'new_account', 1796115600001, 'Ächme & Söhne <!channel> ''x''', 'U0CUSTOMER', 'PO-4711',
  'C0ACME', 'U0ENGINEER', 1796115600002, 1796115600003, 'U0CUSTOMER', 'Root.AWS@acme.example', 'root.aws@acme.example',
  'Acme production', 'Carla Customer', 'carla@acme.example', '+49 30 123', 'partner_led', 1, 'Colin Colleague',
  'colin@acme.example', '+1 555', '012345678901', 'U0CUSTOMER', 1796115600004, 1, 0, 1, 0, 1, 0, 1796115600005, 2, 1,
  1796115600006, 1796115600007, 1796115600008, 1796115600009, 1796115600010, 1796115600011, 1796115600012,
  'bootstrap_role', 'customer', 1796115600013, 5, 3, 1796115600014, 2, 1796115600015, 1796115600016,
  'cancelled', 1796115600017, 'U0ENGINEER', 'not today', 1796115600018);

INSERT INTO setups (
  id, version, option, option_at, customer_name, channel, started_by, started_at, prepared_root_mfa,
  prepared_organization, prepared_scps, prepared_cloudtrail, prepared_stacksets, prepared_iam_billing, rounds,
  overdue_round, reminders_in_turn, reminders_unanswered)
VALUES (
  'G10BEX0000000000', 1, 'transfer_billing', 1796115700000, 'Globex', 'C0GLOBEX', 'U0SECOND', 1796115700000,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

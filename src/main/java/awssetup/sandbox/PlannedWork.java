package awssetup.sandbox;

import java.time.Instant;

/**
 * Something the app will do, for the page's clock panel.
 *
 * @param setup the ID of the setup that it is about
 * @param customer the setup's customer
 * @param kind one word for the page: reminder, deadline, probe, retry or look
 * @param what a short phrase, without the customer's name
 * @param at when it is due, by the sandbox's clock
 */
public record PlannedWork(String setup, String customer, String kind, String what, Instant at) {}

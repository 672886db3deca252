/**
 * Names what has to be kept, asked and told, as small interfaces with their exceptions.
 *
 * <p>Rooms that run the domain use these interfaces; {@code store}, {@code slack} and {@code aws}
 * implement them and never know each other. It may know {@code setup} alone. Start with {@code
 * Setups}, {@code Outbox} and {@code Conversation}.
 */
package awssetup.ports;

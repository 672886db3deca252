package awssetup.app;

import awssetup.setup.Setup;
import awssetup.setup.Upcoming;
import java.time.Instant;
import java.util.List;

/**
 * What the loop plans for a setup.
 *
 * @param nextLook when it looks at the setup again, for any reason
 * @param upcoming what is planned by what is known now, soonest first
 */
record Agenda(Setup setup, Instant nextLook, List<Upcoming> upcoming) {}

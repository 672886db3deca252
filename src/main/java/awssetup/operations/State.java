package awssetup.operations;

import awssetup.ports.LoopHealth;
import awssetup.ports.Worklist;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is true at the moment, asked for whenever the metrics are read.
 *
 * @param queues the open setups by what they wait for
 * @param connections the connections to the database by their state
 */
public record State(
    InstantSource clock,
    Supplier<List<Worklist.Queue>> queues,
    Supplier<LoopHealth> health,
    Supplier<Map<String, Integer>> connections) {}

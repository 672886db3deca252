package awssetup.operations;

import awssetup.ports.LoopHealth;
import awssetup.ports.Worklist;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is true at the moment, asked for whenever the metrics are read. */
public interface State {
  Instant now();

  List<Worklist.Queue> queues();

  LoopHealth health();

  /** The connections to the database by their state. */
  Map<String, Integer> connections();
}

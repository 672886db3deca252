package awssetup.app;

import awssetup.sandbox.Scenario;

/** What the sandbox shows when it opens. */
public enum SandboxStart {
  /** No setup. */
  EMPTY(Scenario.EMPTY),
  /** One setup that is finished. */
  FINISHED(Scenario.FINISHED),
  /** Setups in every state, and a thousand more. */
  BUSY(Scenario.BUSY);

  private final Scenario scenario;

  SandboxStart(Scenario scenario) {
    this.scenario = scenario;
  }

  Scenario scenario() {
    return scenario;
  }
}

package awssetup.followup;

import awssetup.ports.BillingTransfers;
import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation;
import awssetup.ports.Outbox;
import awssetup.ports.Setups;

/** What the loop reads and writes, asks AWS, and says in Slack. */
public record LoopPorts(
    Setups setups,
    Outbox outbox,
    BillingTransfers transfers,
    BootstrapRoles roles,
    Conversation conversation) {}

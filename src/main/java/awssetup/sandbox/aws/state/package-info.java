/**
 * Keeps the state of AWS: the partner, its customers, their transfers and roles. The rules for what
 * a transfer may become are here, so that the console and the API obey the same ones. It knows no
 * other room. Start reading at {@link awssetup.sandbox.aws.state.Transfer}.
 */
package awssetup.sandbox.aws.state;

/**
 * Wires the rooms by hand, starts them and stops them, and is the only room that knows every other
 * one.
 *
 * <p>Start with the constructor of {@link awssetup.app.App}: it creates the rooms in the order in
 * which they need each other. {@link awssetup.app.SandboxRun} is the same app between the
 * stand-ins, {@link awssetup.app.Doctor} looks at everything without starting it, and {@link
 * awssetup.app.Rehearsal} prepares quicker starts.
 */
package awssetup.app;

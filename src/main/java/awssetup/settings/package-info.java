/**
 * Reads the environment into checked values.
 *
 * <p>It knows only {@code setup}. {@link awssetup.settings.Settings} reads everything and reports
 * all problems at once; a secret is never part of a problem's text. {@code src/docs/install.md} has
 * a row for each variable.
 */
package awssetup.settings;

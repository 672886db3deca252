/**
 * Serves the page on which people play, and knows the stand-ins as three panels. It passes their
 * JSON on unchanged and knows nothing else of the sandbox. Start reading at {@link
 * awssetup.sandbox.page.PageApi}; the page itself is in the resources of this package.
 */
package awssetup.sandbox.page;

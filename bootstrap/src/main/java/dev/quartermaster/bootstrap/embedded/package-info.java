/**
 * The real PostgreSQL and Redis servers that run beside Quartermaster when none are configured.
 *
 * <p>A {@link dev.quartermaster.bootstrap.embedded.DataFolder} is held by one process at a time; a
 * server started in it keeps its files there. Nothing here knows Quarkus, so that tests of other
 * modules can start the same servers.
 */
@NullMarked
package dev.quartermaster.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;

/** The running application, over HTTP, on real servers. */
package dev.quartermaster.bootstrap.endtoend;

/** The package as it is shipped: real processes, ended in every way there is. */
package dev.quartermaster.bootstrap.packaged;

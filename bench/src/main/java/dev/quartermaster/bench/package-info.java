/**
 * Load scripts that drive a running Quartermaster over HTTP and count what it did: a real shop's
 * invoices, and a rush on one product.
 */
@NullMarked
package dev.quartermaster.bench;

import org.jspecify.annotations.NullMarked;

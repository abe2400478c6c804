/** What all need. */
package dev.quartermaster.domain.shared;

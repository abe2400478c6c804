/** The log of events on a topic of Kafka, for those who have outgrown one database. */
@NullMarked
package dev.quartermaster.kafka.events;

import org.jspecify.annotations.NullMarked;

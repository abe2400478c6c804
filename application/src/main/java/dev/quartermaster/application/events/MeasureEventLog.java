package dev.quartermaster.application.events;

import dev.quartermaster.domain.events.EventLogState;

/** Tells how far the log is, and those who read it, for whoever watches over them. */
public interface MeasureEventLog {

  /** The log at this moment. */
  EventLogState measure();
}

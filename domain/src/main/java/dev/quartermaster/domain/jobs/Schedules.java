package dev.quartermaster.domain.jobs;

import java.util.List;

/** The schedules that nodes have taken up. */
public interface Schedules {

  /** All of them, by their names. */
  List<ScheduleState> list();
}

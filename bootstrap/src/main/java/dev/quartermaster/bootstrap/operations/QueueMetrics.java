package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.jobs.MeasureJobs;
import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.QueueLoad;
import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.shared.Schedule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/** Shows what the queues hold and how the schedules go, as this node last saw it. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class QueueMetrics implements MeasureJobs {
  private final MeasureJobs measureJobs;
  private final AtomicReference<Result> last =
      new AtomicReference<>(new Result(Instant.EPOCH, List.of(), List.of()));

  QueueMetrics(@Delegate @Any MeasureJobs measureJobs, MeterRegistry meters) {
    this.measureJobs = measureJobs;
    for (JobQueue queue : JobQueue.values()) {
      register(meters, queue, "waiting", "How many jobs wait", QueueLoad::waiting);
      register(meters, queue, "running", "How many jobs are worked on", QueueLoad::running);
      register(meters, queue, "dead", "How many jobs were given up", QueueLoad::failed);
      register(
          meters,
          queue,
          "oldest.age.seconds",
          "For how long the first of those that could begin waits",
          load -> load.dueSince().map(this::age).orElse(0d));
    }
    for (Schedule schedule : Schedule.values()) {
      Gauge.builder("quartermaster.schedules.failures", schedule, this::failures)
          .tag("schedule", schedule.code())
          .description("How many runs failed since one succeeded")
          .register(meters);
      Gauge.builder("quartermaster.schedules.last.success.seconds", schedule, this::lastSuccess)
          .tag("schedule", schedule.code())
          .description("When a run last succeeded, in seconds since 1970; 0 before the first")
          .register(meters);
    }
  }

  @Override
  public Result measure() {
    Result measured = measureJobs.measure();
    last.set(measured);
    return measured;
  }

  private void register(
      MeterRegistry meters,
      JobQueue queue,
      String name,
      String description,
      ToDoubleFunction<QueueLoad> value) {
    Gauge.builder(
            "quartermaster.jobs." + name,
            queue,
            of -> load(of).map(value::applyAsDouble).orElse(0d))
        .tag("queue", queue.code())
        .description(description)
        .register(meters);
  }

  private Optional<QueueLoad> load(JobQueue queue) {
    return last.get().queues().stream().filter(load -> load.queue() == queue).findFirst();
  }

  private double age(Instant since) {
    return Duration.between(since, last.get().at()).toMillis() / 1000d;
  }

  private double failures(Schedule schedule) {
    return state(schedule).map(ScheduleState::failures).orElse(0);
  }

  private double lastSuccess(Schedule schedule) {
    return state(schedule)
        .flatMap(ScheduleState::lastSuccess)
        .map(Instant::getEpochSecond)
        .orElse(0L);
  }

  private Optional<ScheduleState> state(Schedule schedule) {
    return last.get().schedules().stream()
        .filter(state -> state.schedule() == schedule)
        .findFirst();
  }
}

package dev.quartermaster.testkit.jobs;

import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobStep;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.List;

/** Goes through lines in memory, one in each step, and does nothing with them. */
public final class InMemoryJobWork implements JobWork {
  private final InMemoryTable<JobId, Input> inputs;

  /** No input. */
  public InMemoryJobWork(InMemoryUnitOfWork unitOfWork) {
    this.inputs = new InMemoryTable<>(unitOfWork);
  }

  /** Receives input: so many sound lines, and then those that will be rejected. */
  public void receive(JobId id, int sound, List<RejectedLine> rejected) {
    inputs.put(id, new Input(false, sound, rejected));
  }

  @Override
  public long begin(JobType type, JobId id, Actor actor) {
    Input input =
        inputs
            .findForUpdate(id)
            .filter(found -> !found.claimed())
            .orElseThrow(() -> new NotFound("input", id));
    inputs.put(id, new Input(true, input.sound(), input.rejected()));
    return (long) input.sound() + input.rejected().size();
  }

  @Override
  public JobStep next(JobType type, JobId id, Actor actor) {
    Input input = inputs.findForUpdate(id).orElse(new Input(true, 0, List.of()));
    if (input.sound() > 0) {
      inputs.put(id, new Input(true, input.sound() - 1, input.rejected()));
      return new JobStep(1, List.of());
    }
    inputs.put(id, new Input(true, 0, List.of()));
    return new JobStep(input.rejected().size(), input.rejected());
  }

  @Override
  public void discard(JobType type, JobId id, Actor actor) {
    inputs.remove(id);
  }

  /** What is left of an input. */
  private record Input(boolean claimed, int sound, List<RejectedLine> rejected) {}
}

package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class TellFollowersService implements TellFollowers {
  private static final int BATCH = 500;

  private final UnitOfWork unitOfWork;
  private final EventLog log;
  private final EventStream stream;

  TellFollowersService(UnitOfWork unitOfWork, EventLog log, EventStream stream) {
    this.unitOfWork = unitOfWork;
    this.log = log;
    this.stream = stream;
  }

  @Override
  public int tell() {
    List<PublishedEvent> news = unitOfWork.reading(this::news);
    stream.tell(news);
    return news.size();
  }

  private List<PublishedEvent> news() {
    long rememberable = log.head() - EventStream.REMEMBERED;
    return log.after(Math.max(stream.head(), rememberable), EventFilter.all(), BATCH);
  }
}

package dev.quartermaster.architecture.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.architecture.report.drawing.Picture.Arrow;
import dev.quartermaster.architecture.report.drawing.Picture.Box;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.facts.BuildModule;
import dev.quartermaster.architecture.report.facts.ModuleRole;
import dev.quartermaster.architecture.report.facts.Use;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModulePictureTest {
  private static final BuildModule DOMAIN =
      new BuildModule("domain", ModuleRole.DOMAIN, 2, List.of());

  @Test
  void whatPointsSidewaysStandsOut() {
    Picture picture =
        ModulePicture.of(
            house(
                DOMAIN,
                new BuildModule(
                    "adapters-rest",
                    ModuleRole.INBOUND_ADAPTER,
                    1,
                    List.of(new Use("adapters-cache", 1))),
                new BuildModule("adapters-cache", ModuleRole.OUTBOUND_ADAPTER, 1, List.of())));

    assertThat(picture.arrows()).extracting(Arrow::look).containsExactly("unlawful");
    assertThat(picture.description()).contains("1 dependencies point outwards or sideways");
  }

  @Test
  void boxesNeverOverlapNorLeaveThePicture() {
    BuildModule[] adapters =
        IntStream.range(0, 7)
            .mapToObj(
                number ->
                    new BuildModule(
                        "adapters-" + number,
                        ModuleRole.OUTBOUND_ADAPTER,
                        1,
                        List.of(new Use("domain", 1))))
            .toArray(BuildModule[]::new);

    Picture picture = ModulePicture.of(house(adapters));

    assertThat(picture.boxes())
        .hasSize(7)
        .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= picture.width())
        .allMatch(box -> box.y() + box.height() <= picture.height())
        .allMatch(
            box ->
                picture.boxes().stream()
                    .noneMatch(other -> !other.equals(box) && overlap(box, other)));
  }

  private static boolean overlap(Box box, Box other) {
    return box.x() < other.x() + other.width()
        && other.x() < box.x() + box.width()
        && box.y() < other.y() + other.height()
        && other.y() < box.y() + box.height();
  }

  private static Architecture house(BuildModule... modules) {
    return new Architecture(
        Stream.of(modules).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

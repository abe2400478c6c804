package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A module of the build.
 *
 * @param name its folder
 * @param role its place in the hexagon
 * @param classes how many classes it has, nested ones not counted
 * @param uses the modules it depends on
 */
public record BuildModule(String name, ModuleRole role, int classes, List<Use> uses) {
  public BuildModule {
    uses = List.copyOf(uses);
  }
}

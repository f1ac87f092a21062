package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import onrecord.report.GrowthChart;

/**
 * Prints how size, memory and times grow with the number of quotations, as a table with a column
 * for each of the folders that {@link SideBySide} has written, and draws the times of searches as
 * an SVG image. The first archive should be the smallest: it is measured twice.
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec@growth -Dbenchmark.folders=small,medium,large
 *     [-Dbenchmark.rounds=3] [-Dbenchmark.searches=25] [-Dbenchmark.image=growth.svg]
 * </pre>
 */
public final class Growth {

  /** What is seen of {@link Grown#searches}. */
  private static final List<String> PANELS =
      List.of("all quotations", "a common word", "a rare word");

  private Growth() {}

  /** Measures each archive; system properties specify the folders and the image. */
  public static void main(String[] args) throws IOException {
    String folders = System.getProperty("benchmark.folders", "");
    if (folders.isEmpty()) {
      throw new IllegalArgumentException(
          "benchmark.folders must name folders, separated by commas");
    }
    List<Path> paths =
        Arrays.stream(folders.split(",", -1)).map(String::strip).map(Path::of).toList();
    // All code is compiled before the first archive is measured.
    Grown.measure(paths.getFirst());
    List<Grown> archives = new ArrayList<>();
    for (Path folder : paths) {
      Grown grown = Grown.measure(folder);
      archives.add(grown);
      Table.line("measured %s: %,d quotations", folder, grown.quotations());
    }
    archives.sort(Comparator.comparingLong(Grown::quotations));
    Table.columns(
        "quotations",
        archives.stream()
            .map(each -> String.format(Locale.ROOT, "%,d", each.quotations()))
            .toList(),
        archives.stream().map(Grown::all).toList());
    String image = System.getProperty("benchmark.image", "");
    if (!image.isEmpty()) {
      Files.writeString(
          Path.of(image),
          GrowthChart.svg(
              archives.stream()
                  .map(each -> new GrowthChart.Size(each.quotations(), times(each)))
                  .toList()));
    }
  }

  private static List<GrowthChart.Times> times(Grown grown) {
    return IntStream.range(0, PANELS.size())
        .mapToObj(i -> times(PANELS.get(i), grown.searches().get(i)))
        .toList();
  }

  private static GrowthChart.Times times(String name, Compared microseconds) {
    return new GrowthChart.Times(name, microseconds.archive() / 1e3, microseconds.byHand() / 1e3);
  }
}

package onrecord.cli;

import java.util.List;
import onrecord.format.CodingSheet;
import onrecord.format.ResultJson;
import onrecord.query.Sample;
import onrecord.query.Search;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a random sample of quotations. */
@Command(
    name = "sample",
    description = {
      "Prints a random sample of the matching quotations; the same seed gives the same sample. With"
          + " --labels, the sample is a sheet in which people code the quotations.",
      "Fields of the JSON: {\"selection\", \"quotations\", \"seed\", \"hits\"}, where hits are as in search."
    })
final class SampleCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = {"--size", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description = "Number of quotations, at least 1. Default: ${DEFAULT-VALUE}.")
  private int size = 10;

  @Option(
      names = "--seed",
      converter = WholeNumber.Any.class,
      paramLabel = "N",
      description = "Seed of the random sample, any whole number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--context",
      converter = WholeNumber.Sentences.class,
      paramLabel = "N",
      description =
          "Print the sentences that contain each quotation, and N more before and after them. Default"
              + " with --labels: 1.")
  private @Nullable Integer context;

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description =
          "Print CSV or TSV for coding: the columns quotation, article, published, outlet, title,"
              + " speaker, text and context, and an empty column for each of these labels, such as"
              + " correct,stance.")
  private List<String> labels = List.of();

  SampleCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    if (context != null) {
      builder.context(context);
    } else if (!labels.isEmpty()) {
      builder.context(1);
    }
    Search search = distinct.apply(builder).build();
    if (!labels.isEmpty()) {
      CodingSheet.requireLabels(labels);
      if (isCited()) {
        throw new IllegalArgumentException(
            "--cite requires a sample without --labels, which has the same quotations");
      }
      return open -> sheet(open.statistics().sample(search, size, seed));
    }
    return open -> {
      Sample sample = open.statistics().sample(search, size, seed);
      return new Result(
          out -> print(out, sample),
          () -> ResultJson.of(sample, open::article),
          (format, out) -> HitTables.write(sample.hits(), format, out, open));
    };
  }

  private Result sheet(Sample sample) {
    return Result.table(
        "--labels", (format, out) -> CodingSheet.of(sample.hits(), labels).write(format, out));
  }

  private static void print(Terminal out, Sample sample) {
    out.line(
        Count.of(sample.quotations(), "quotation")
            + Base.of(sample.selection())
            + ", "
            + sample.hits().size()
            + " of them drawn with seed "
            + sample.seed());
    new ResultPrinter(out).hits(sample.hits());
  }
}

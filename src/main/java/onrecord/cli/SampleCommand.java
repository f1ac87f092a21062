package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.query.Sample;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a random sample of quotations. */
@Command(
    name = "sample",
    description = {
      "Prints a random sample of the matching quotations; the same seed gives the same sample.",
      "Fields of the JSON: {\"selection\", \"quotations\", \"seed\", \"hits\"}, where hits are as in search."
    })
final class SampleCommand extends TableCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--size",
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

  SampleCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    return open -> {
      Sample sample = open.statistics().sample(search, size, seed);
      return new Result(
          out -> print(out, sample),
          () -> ResultJson.of(sample, open::article),
          (format, out) -> HitTables.write(sample.hits(), format, out, open));
    };
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

package onrecord.cli;

import onrecord.format.ResultJson;
import onrecord.query.Sample;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws quotations at random. */
@Command(
    name = "sample",
    description = {
      "Prints a random sample of the quotations that match: the same one again for the same seed.",
      "As JSON: {\"quotations\", \"seed\", \"hits\"}, the hits as in search."
    })
final class SampleCommand extends AskingCommand {

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "How many quotations are drawn, 1 or more; 10 if not given.")
  private int size = 10;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Any number; another one draws another sample. 0 if not given.")
  private long seed;

  SampleCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    UsageException.requirePositive("--size", size);
    Search search = builder.build();
    return open -> {
      Sample sample = open.statistics().sample(search, size, seed);
      print(() -> ResultJson.of(sample, open::article), () -> print(sample));
    };
  }

  private void print(Sample sample) {
    terminal()
        .line(
            Count.of(sample.quotations(), "quotation")
                + ", of which "
                + sample.hits().size()
                + " are drawn with the seed "
                + sample.seed());
    new ResultPrinter(terminal()).hits(sample.hits());
  }
}

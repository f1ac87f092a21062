package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.extract.Extractor;
import onrecord.format.QuotationJson;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the quotations of articles, without an archive. */
@Command(
    name = "extract",
    description = {
      "Prints the quotations of articles as JSON Lines, one object an article:",
      "{\"id\", \"title\", \"published\", \"quotations\": [{\"id\", \"text\", \"kind\", \"runs\","
          + " \"speaker\", \"mention\", \"cue\", \"said\", \"confidence\", \"rule\", \"about\"}]}",
      "Offsets are Unicode code points into the text of the article."
    })
final class ExtractCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON Lines, which is what is printed anyway.")
  boolean json;

  @Option(
      names = "--indirect",
      description = "Print reported speech without quotation marks too (kind INDIRECT).")
  boolean indirect;

  @Option(
      names = "--apostrophe-pairs",
      description = "Take two apostrophes in a row ('') as a double quotation mark.")
  boolean apostrophePairs;

  @Mixin private final Intake intake = new Intake();

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Extractor extractor = Extractor.builder().apostrophePairs(apostrophePairs).build();
    intake.each(
        terminal,
        article -> {
          List<Quotation> quotations =
              extractor.extract(article).stream()
                  .filter(quotation -> indirect || quotation.kind() != QuotationKind.INDIRECT)
                  .toList();
          terminal.line(QuotationJson.of(article, quotations));
          terminal.flush();
        });
    return intake.rejected() == 0 ? 0 : 1;
  }
}

package onrecord.cli;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.format.QuotationJson;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.source.ReadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the quotations of articles, without an archive. */
@Command(
    name = "extract",
    description = {
      "Prints the quotations of articles as JSON Lines, one object per article:",
      "{\"id\", \"title\", \"published\", \"quotations\": [{\"id\", \"text\", \"kind\", \"runs\","
          + " \"speaker\", \"mention\", \"cue\", \"said\", \"confidence\", \"rule\", \"about\"}]}",
      "Offsets are Unicode code points into the text of the article.",
      "Quotations that a source gives, such as the utterances of a TEI document, are printed as"
          + " they are given."
    })
final class ExtractCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON Lines, which is the default.")
  boolean json;

  @Option(
      names = "--indirect",
      description = "Include reported speech without quotation marks (kind INDIRECT).")
  boolean indirect;

  @Mixin private final ExtractorOptions extractorOptions = new ExtractorOptions();
  @Mixin private final Intake intake = new Intake();

  private long otherLanguage;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Extractor extractor = extractorOptions.extractor(terminal);
    SpeakerAuthority authority = extractor.authority();
    Multiset<String> ambiguous = HashMultiset.create();
    ReadReport report =
        intake.each(
            terminal,
            "extracting",
            (article, given) -> {
              List<Quotation> quotations =
                  given
                      .map(these -> these.stream().map(extractor::identify).toList())
                      .orElseGet(() -> extractor.extract(article))
                      .stream()
                      .filter(quotation -> indirect || quotation.kind() != QuotationKind.INDIRECT)
                      .toList();
              quotations.stream()
                  .map(quotation -> quotation.speaker().name())
                  .filter(name -> authority.find(name).size() > 1)
                  .forEach(ambiguous::add);
              if (given.isEmpty() && !extractor.isForLanguageOf(article)) {
                otherLanguage++;
              }
              terminal.line(QuotationJson.of(article, quotations));
              terminal.flush();
            });
    OtherLanguages.message(otherLanguage).ifPresent(terminal::complain);
    Ambiguities.of(ambiguous, authority).print(terminal::complain);
    ReadSummary.losses(report).forEach(terminal::complain);
    return intake.rejected() == 0 && !report.isEmpty() ? 0 : 1;
  }
}

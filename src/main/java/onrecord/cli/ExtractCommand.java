package onrecord.cli;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import onrecord.ArticleMatcher;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.source.ReadReport;
import org.jspecify.annotations.Nullable;
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
      "They do not hold the texts of the articles, so that index does not read them; it reads what"
          + " export --format articles writes.",
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

  @Option(
      names = "--matching",
      converter = TextValue.class,
      preprocessor = TextValue.class,
      paramLabel = "QUERY",
      description =
          "Print only quotations that match a query in the syntax of search --query, as they would in"
              + " an archive with the article, and only articles that have some.")
  private @Nullable String matching;

  @Mixin private final ExtractorOptions extractorOptions = new ExtractorOptions();
  @Mixin private final Intake intake = new Intake();

  private long otherLanguage;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Search> search = UsageException.reading(this::search);
    Extractor extractor = extractorOptions.builder(terminal).indirect(indirect).build();
    SpeakerAuthority authority = extractor.authority();
    Multiset<String> ambiguous = HashMultiset.create();
    ReadReport report =
        intake.each(
            terminal,
            "extracting",
            (article, given) -> {
              List<Quotation> quotations =
                  given
                      .map(these -> asked(these, extractor))
                      .orElseGet(() -> extractor.extract(article));
              for (Quotation quotation : quotations) {
                String name = quotation.speaker().name();
                if (authority.find(name).size() > 1) {
                  ambiguous.add(name);
                }
              }
              if (given.isEmpty() && isInOtherLanguage(article, quotations, extractor)) {
                otherLanguage++;
              }
              print(
                  article,
                  search.isEmpty() ? quotations : matches(article, quotations, search.get()));
            });
    OtherLanguages.message(otherLanguage).ifPresent(terminal::complain);
    Ambiguities.of(ambiguous, authority).print(terminal::complain);
    ReadSummary.losses(report).forEach(terminal::complain);
    return intake.rejected() == 0 && !report.isEmpty() ? 0 : 1;
  }

  /** The quotations that a source gives, of the kinds that are asked for. */
  private List<Quotation> asked(List<Quotation> given, Extractor extractor) {
    return given.stream()
        .map(extractor::identify)
        .filter(quotation -> indirect || quotation.kind() != QuotationKind.INDIRECT)
        .toList();
  }

  /** Only articles in English have known speakers, so that most texts are not read again. */
  private static boolean isInOtherLanguage(
      Article article, List<Quotation> quotations, Extractor extractor) {
    for (Quotation quotation : quotations) {
      if (quotation.speaker().isKnown()) {
        return false;
      }
    }
    return !extractor.isForLanguageOf(article);
  }

  private Optional<Search> search() {
    return Optional.ofNullable(matching)
        .map(query ->
            Search.builder(Query.parse(query))
                .kinds(indirect ? Selection.ALL_KINDS : Selection.QUOTED)
                .highlight(false)
                .build());
  }

  private List<Quotation> matches(Article article, List<Quotation> quotations, Search search)
      throws IOException {
    Map<OwnField, FieldType> fields = new HashMap<>(extractorOptions.fields());
    fields.putAll(intake.fields());
    try (ArticleMatcher matcher = ArticleMatcher.of(article, quotations, fields)) {
      Set<Quotation> found =
          matcher.hits(search).stream().map(Hit::quotation).collect(Collectors.toSet());
      return quotations.stream().filter(found::contains).toList();
    } catch (InvalidSearchException e) {
      throw new UsageException("--matching: " + e.getMessage());
    }
  }

  private void print(Article article, List<Quotation> quotations) {
    if (matching == null || !quotations.isEmpty()) {
      terminal.json(QuotationJson.of(article, quotations));
      terminal.flush();
    }
  }
}

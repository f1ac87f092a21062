package onrecord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import onrecord.extract.QuotationExtractor;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;

/**
 * An extractor as an application may have one: words in capitals are quotations, whose rule is the
 * version of the extractor. The id of a known speaker is the initials of the name. Counts how often
 * each article is extracted.
 */
final class CapitalsExtractor implements QuotationExtractor {

  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,}( [A-Z]{2,})*");

  private final String version;
  private final Map<String, Integer> extractions = new ConcurrentHashMap<>();

  CapitalsExtractor(String version) {
    this.version = version;
  }

  @Override
  public List<Quotation> extract(Article article) {
    extractions.merge(article.id(), 1, Integer::sum);
    return CAPITALS
        .matcher(article.text())
        .results()
        .map(match -> Quotation.builder(article, List.of(new Span(match.start(), match.end()))))
        .map(quotation -> quotation.rule(version).build())
        .toList();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Quotation identify(Quotation given) {
    Speaker speaker = given.speaker();
    if (!speaker.isKnown()) {
      return given;
    }
    return new Quotation(
        given.id(),
        given.text(),
        given.kind(),
        given.runs(),
        new Speaker(
            speaker.name(),
            speaker.type(),
            speaker.description(),
            Optional.of(speaker.name().replaceAll("[^A-Z]", "")),
            speaker.printed()),
        given.mention(),
        given.cue(),
        given.said(),
        given.confidence(),
        given.rule(),
        given.about(),
        given.fields());
  }

  /** {@return how often each article was extracted so far, by id} */
  Map<String, Integer> extractions() {
    return Map.copyOf(extractions);
  }
}

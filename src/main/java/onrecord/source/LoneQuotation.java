package onrecord.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/** A quotation that is a record by itself, so that its words are all of the text. */
record LoneQuotation(Speaker speaker, QuotationKind kind, double confidence) {

  /** {@return the quotation, in the article whose text are its words} */
  List<Quotation> in(Article article) {
    return List.of(
        Quotation.builder(article, List.of(new Span(0, article.text().length())))
            .kind(kind)
            .speaker(speaker)
            .confidence(speaker.isKnown() ? confidence : 0)
            .rule(GivenQuotations.RULE)
            .build());
  }

  /** {@return the kind of a name, whatever its case; direct speech if it is none} */
  static QuotationKind kind(String name) {
    return Stream.of(QuotationKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElse(QuotationKind.DIRECT);
  }

  /**
   * {@return a speaker as Onrecord writes it; unknown if the name is blank}
   *
   * @param name the name
   * @param type the name of the type of source; that of a person if it is none
   */
  static Speaker speaker(
      String name,
      String type,
      Optional<String> description,
      Optional<String> id,
      Optional<String> printed) {
    return name.isBlank() || type.equals(SpeakerType.UNKNOWN.name())
        ? Speaker.UNKNOWN
        : new Speaker(
            name.strip(),
            Stream.of(SpeakerType.values())
                .filter(known -> known.name().equalsIgnoreCase(type.strip()))
                .findFirst()
                .orElse(SpeakerType.PERSON),
            description.filter(text -> !text.isBlank()),
            id.filter(text -> !text.isBlank()),
            printed.filter(text -> !text.isBlank()));
  }
}

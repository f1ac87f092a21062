package onrecord.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Passage;

/** Hits with everything that a format can get wrong. */
final class ExportedHits {

  static final Article FERRY =
      Article.builder(
              "ferry {7} & 8",
              """
              \ud83d\ude00 \u201cThe ferry,\u201d said Ines Okafor, \u201cwill sail.\u201d

              She added: \u201cNobody swims.
              \u201cNobody <waits> & rows.\u201d The Quay Board said that \u201cfares\u201d rise.\r
              A deckhand called it \u201c50% of {nothing}_\u201d.
              """)
          .title("=Ferry \"Ad~min\" & co: 100% of {it}_\\")
          .published(Published.parse("2024-05-07T18:30+01:00"))
          .outlet("Post & Quay")
          .section("Harbour | Sea")
          .authors(List.of("Lou Vane", "Salt and Tide, Agency"))
          .url("https://quay.example/a%20b?x={1}&y=2")
          .language("en")
          .tags(List.of("boats|ships", "back\\slash", "sea, air"))
          .build();

  static final Article BARE =
      Article.builder("bare", "\"Mind the\u001b[2J gap \u202e,\" said the sign.").build();

  private static final Speaker INES =
      new Speaker(
          "Ines Okafor",
          SpeakerType.PERSON,
          Optional.of("the pilot"),
          Optional.of("Q42"),
          Optional.of("Capt. Okafor"));

  private ExportedHits() {}

  /** {@return the hits, of which the last is in the article of the first} */
  static List<Hit> all() {
    Quotation interrupted =
        quotation(FERRY, "The ferry,", "will sail.")
            .speaker(INES)
            .mention(span(FERRY, "Ines Okafor"))
            .cue(span(FERRY, "said"))
            .said(new Said(span(FERRY, "sail"), Optional.of(PartialDate.parse("2024-05"))))
            .confidence(0.9)
            .rule("inverted")
            .about(List.of("The | Ferry", "Quay"))
            .build();
    Quotation continued =
        quotation(FERRY, "Nobody swims.\n\u201cNobody <waits> & rows.")
            .speaker(INES)
            .mention(span(FERRY, "She"))
            .cue(span(FERRY, "added"))
            .confidence(0.75)
            .rule("colon")
            .build();
    Quotation reported =
        quotation(FERRY, "rows.\u201d The Quay Board said that \u201cfares\u201d rise")
            .kind(QuotationKind.INDIRECT)
            .speaker(Speaker.of("Quay Board", SpeakerType.ORGANIZATION))
            .confidence(0.5)
            .rule("that")
            .build();
    Quotation inside = quotation(FERRY, "fares").kind(QuotationKind.MIXED).build();
    Quotation unnamed =
        quotation(FERRY, "50% of {nothing}_")
            .kind(QuotationKind.MIXED)
            .speaker(Speaker.of("a deckhand", SpeakerType.UNNAMED))
            .build();
    Quotation sign = quotation(BARE, "Mind the\u001b[2J gap \u202e,").build();
    return List.of(
        hit(FERRY, interrupted),
        hit(FERRY, continued),
        hit(FERRY, reported),
        hit(FERRY, inside),
        hit(BARE, sign),
        hit(FERRY, unnamed));
  }

  private static Quotation.Builder quotation(Article article, String... runs) {
    return Quotation.builder(article, Stream.of(runs).map(run -> span(article, run)).toList());
  }

  private static Span span(Article article, String words) {
    int start = article.text().indexOf(words);
    return new Span(start, start + words.length());
  }

  static Hit hit(Article article, Quotation quotation) {
    ArticleReference reference = ArticleReference.of(article);
    Span first = quotation.runs().getFirst();
    return new Hit(
        quotation,
        reference,
        1,
        Highlights.NONE,
        Optional.of(new Passage(first, first.in(article.text()))),
        List.of(new Occurrence(quotation, reference)));
  }

  /** {@return the article of an id} */
  static Optional<Article> article(String id) {
    return Stream.of(FERRY, BARE).filter(article -> article.id().equals(id)).findFirst();
  }

  /** {@return hits in a format that is text} */
  static String text(HitFormat format, List<Hit> hits) throws IOException {
    return text(format, hits, ExportedHits::article);
  }

  static String text(HitFormat format, List<Hit> hits, ArticleLookup articles) throws IOException {
    StringBuilder out = new StringBuilder();
    try (HitWriter writer = format.writer(out, articles)) {
      writer.writeAll(hits.stream());
    }
    return out.toString();
  }

  /** {@return hits in a format, as a file} */
  static Path file(Path folder, HitFormat format, List<Hit> hits, ArticleLookup articles)
      throws IOException {
    Path file = folder.resolve("hits?#%." + format + new ArrayList<>(hits).hashCode());
    Files.deleteIfExists(file);
    format.create(file, hits.stream(), articles);
    return file;
  }
}

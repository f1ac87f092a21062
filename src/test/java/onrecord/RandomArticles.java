package onrecord;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.OwnField;

/** Articles with quotations made of few words and names, so that searches find something. */
final class RandomArticles {

  /** Words in groups: those of a group are the same to a search. */
  static final List<List<String>> WORDS =
      List.of(
          List.of("bridge", "Bridges", "BRIDGE"),
          List.of("café", "cafe", "Cafés", "CAFE\u0301", "cafe\u0301s"),
          List.of("vote", "votes", "voted"),
          List.of("river", "River’s", "river's"),
          List.of("tax", "taxes"),
          List.of("the"),
          List.of("2020"),
          List.of("naïve", "NAIVE", "nai\u0308ve"),
          List.of("Ёлка", "елка", "е\u0308лка"),
          List.of("Αθήνα", "ΑΘΗΝΑ", "αθη\u0301να"));

  /** What is between words; the last is two code units long. */
  private static final List<String> BETWEEN = List.of(" ", " ", " ", ", ", " \ud834\udd1e ");

  static final List<Speaker> SPEAKERS =
      List.of(
          Speaker.UNKNOWN,
          Speaker.of("Ada Quill", SpeakerType.PERSON),
          new Speaker("Bóris Quill", SpeakerType.PERSON, Optional.of("the mayor")),
          new Speaker(
              "Bóris Quill",
              SpeakerType.PERSON,
              Optional.of("the BRIDGE, the café and voted taxes"),
              Optional.empty(),
              Optional.of("Bridges Quill")),
          new Speaker(
              "Bóris Quill",
              SpeakerType.PERSON,
              Optional.empty(),
              Optional.of("Q1"),
              Optional.of("B. Quill")),
          new Speaker(
              "Harbour Board",
              SpeakerType.ORGANIZATION,
              Optional.empty(),
              Optional.of("Q2"),
              Optional.empty()),
          Speaker.of("Bo\u0301ris Quill", SpeakerType.PERSON),
          Speaker.of("ada quill", SpeakerType.PERSON),
          Speaker.of("Åke Ёлкин", SpeakerType.PERSON),
          Speaker.of("a harbour source", SpeakerType.UNNAMED));
  static final List<String> OUTLETS =
      List.of("The Courier", "the courier", "Écho", "E\u0301cho", "Zürcher");
  static final List<String> SECTIONS = List.of("World", "City");
  static final List<String> LANGUAGES = List.of("en", "en-GB", "de");
  static final List<List<String>> TAGS =
      List.of(List.of(), List.of("tax"), List.of("old bridge", "tax"), List.of("Tax", "Tax"));
  static final List<String> AUTHORS = List.of("B. Ink", "A. Ink");
  static final List<String> NAMED = List.of("Bob", "BOB", "Al", "Ada Quill", "Áda Quill");
  static final List<Optional<ZoneOffset>> OFFSETS =
      List.of(
          Optional.empty(),
          Optional.of(ZoneOffset.UTC),
          Optional.of(ZoneOffset.ofHours(2)),
          Optional.of(ZoneOffset.ofHoursMinutes(-9, -30)));
  static final int IDS = 40;

  private final RandomGenerator random;
  private final RandomFields fields;

  RandomArticles(RandomGenerator random) {
    this.random = random;
    this.fields = new RandomFields(random, this);
  }

  record Entry(Article article, List<Quotation> quotations) {}

  /** An article whose id may have been used before. */
  Entry next() {
    StringBuilder text = new StringBuilder("Headline.\n\n");
    List<List<Span>> runs = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      List<Span> quotation = new ArrayList<>();
      for (int j = 1 + random.nextInt(3); j > 0; j--) {
        if (j == 1 && random.nextInt(3) == 0) {
          words(text);
          text.append(" as ");
        }
        text.append("he said \u201c");
        int start = text.length();
        words(text);
        quotation.add(new Span(start, text.length()));
        text.append("\u201d, ");
      }
      if (random.nextBoolean() || text.length() - text.lastIndexOf("Then ") > 250) {
        text.setLength(text.length() - 2);
        text.append(". Then ");
      }
      runs.add(quotation);
    }
    Article.Builder article =
        Article.builder("a" + random.nextInt(IDS), text + "end")
            .title(random.nextBoolean() ? "" : some(some(WORDS)) + " Title");
    if (oftenNot()) {
      article.published(published());
    }
    if (oftenNot()) {
      article.outlet(some(OUTLETS));
    }
    if (oftenNot()) {
      article.section(some(SECTIONS));
    }
    article.authors(random.nextBoolean() ? AUTHORS : List.of());
    if (oftenNot()) {
      article.language(some(LANGUAGES));
    }
    article.tags(some(TAGS));
    article.fields(fields.of(OwnField.Owner.ARTICLE));
    Article built = article.build();
    return new Entry(built, runs.stream().map(spans -> quotation(built, spans)).toList());
  }

  private void words(StringBuilder text) {
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(some(some(WORDS))).append(i == 0 ? "" : some(BETWEEN));
    }
  }

  private Quotation quotation(Article article, List<Span> runs) {
    int start = runs.get(0).start();
    Quotation.Builder quotation =
        Quotation.builder(article, runs)
            .kind(some(List.of(QuotationKind.values())))
            .speaker(speaker())
            .confidence(random.nextInt(11) / 10.0)
            .rule(some(List.of("cue before", "Cue Before", "none")))
            .about(random.nextBoolean() ? List.of(some(NAMED), some(NAMED)) : List.of());
    if (random.nextBoolean()) {
      quotation.mention(new Span(start - 9, start - 7)).cue(new Span(start - 6, start - 2));
    }
    if (oftenNot()) {
      quotation.said(
          new Said(
              new Span(0, 8),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(partialDate())));
    }
    if (random.nextInt(3) == 0) {
      quotation.fields(fields.of(OwnField.Owner.QUOTATION));
    }
    return quotation.build();
  }

  private Speaker speaker() {
    Speaker speaker = some(SPEAKERS);
    return speaker.isKnown() && random.nextBoolean()
        ? speaker.with(fields.of(OwnField.Owner.SPEAKER))
        : speaker;
  }

  private Published published() {
    return random.nextBoolean()
        ? Published.on(day())
        : new Published(
            day(), Optional.of(LocalTime.of(random.nextInt(3), random.nextInt(2))), some(OFFSETS));
  }

  /** A day within a few months around the turn of a year. */
  LocalDate day() {
    return LocalDate.of(2019, 12, 1).plusDays(random.nextInt(70));
  }

  PartialDate partialDate() {
    LocalDate day = day();
    return switch (random.nextInt(3)) {
      case 0 -> PartialDate.ofYear(day.getYear());
      case 1 -> PartialDate.ofMonth(YearMonth.from(day));
      default -> PartialDate.ofDay(day);
    };
  }

  private boolean oftenNot() {
    return random.nextInt(4) > 0;
  }

  <T> T some(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}

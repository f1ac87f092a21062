package onrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.RandomArticles.Entry;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/** A part of a quotation that counts and timelines rest on, and how to change nothing else. */
enum QuotationPart {
  ID,
  WORDS,
  SPEAKER_NAME,
  SPEAKER_TYPE,
  SPEAKER_ID,
  SPEAKER_FIELDS,
  QUOTATION_FIELDS,
  KIND,
  SAID,
  PUBLISHED,
  TITLE,
  OUTLET,
  SECTION,
  LANGUAGE,
  AUTHORS,
  FIELDS,
  TAGS;

  /** An article with the part changed in one of its quotations. */
  Entry changed(Entry entry, Quotation quotation, Random random) {
    Article article = changed(entry.article(), quotation, random);
    return new Entry(
        article,
        entry.quotations().stream().map(q -> q == quotation ? changed(q, article) : q).toList());
  }

  private Article changed(Article article, Quotation quotation, Random random) {
    return switch (this) {
      case WORDS -> with(article, withOtherSign(article.text(), quotation, random));
      case PUBLISHED ->
          copy(article)
              .published(
                  article
                      .published()
                      .map(p -> new Published(p.day().plusDays(1), p.time(), p.offset()))
                      .orElse(Published.on(LocalDate.of(2020, 1, 1))))
              .build();
      case TITLE -> copy(article).title(article.title() + "s").build();
      case OUTLET -> copy(article).outlet(article.outlet().orElse("") + "s").build();
      case SECTION -> copy(article).section(article.section().orElse("") + "s").build();
      case LANGUAGE ->
          copy(article).language(article.language().orElse("").equals("fr") ? "de" : "fr").build();
      case AUTHORS -> copy(article).authors(longer(article.authors())).build();
      case FIELDS ->
          copy(article)
              .fields(article.fields().with(Fields.builder().name("country", "Elsewhere").build()))
              .build();
      case TAGS -> copy(article).tags(longer(article.tags())).build();
      default -> article;
    };
  }

  private static Article.Builder copy(Article article) {
    Article.Builder copy =
        Article.builder(article.id(), article.text())
            .title(article.title())
            .authors(article.authors())
            .tags(article.tags())
            .fields(article.fields());
    article.published().ifPresent(copy::published);
    article.outlet().ifPresent(copy::outlet);
    article.section().ifPresent(copy::section);
    article.url().ifPresent(copy::url);
    article.language().ifPresent(copy::language);
    return copy;
  }

  private static List<String> longer(List<String> names) {
    return Stream.concat(names.stream(), Stream.of("new")).toList();
  }

  private Quotation changed(Quotation quotation, Article article) {
    Quotation.Builder copy = copy(quotation, article);
    Speaker speaker = quotation.speaker();
    switch (this) {
      case SPEAKER_NAME ->
          copy.speaker(with(speaker, speaker.name() + "s", speaker.type(), speaker.id()));
      case SPEAKER_TYPE ->
          copy.speaker(with(speaker, speaker.name(), other(speaker.type()), speaker.id()));
      case SPEAKER_ID ->
          copy.speaker(
              with(
                  speaker,
                  speaker.name(),
                  speaker.type(),
                  Optional.of(speaker.id().map(id -> id + "0").orElse("Q9"))));
      case SPEAKER_FIELDS ->
          copy.speaker(
              speaker.with(speaker.fields().with(Fields.builder().number("age", 99).build())));
      case QUOTATION_FIELDS ->
          copy.fields(quotation.fields().with(Fields.builder().number("age", 99).build()));
      case KIND -> copy.kind(other(quotation.kind()));
      case SAID -> copy.said(new Said(new Span(0, 8), otherDay(quotation)));
      default -> {}
    }
    return withId(copy.build(), this == ID ? quotation.id() + "x" : quotation.id());
  }

  private static Optional<PartialDate> otherDay(Quotation quotation) {
    return quotation.said().flatMap(Said::date).isPresent()
        ? Optional.empty()
        : Optional.of(PartialDate.ofYear(2020));
  }

  private static String withOtherSign(String text, Quotation quotation, Random random) {
    List<Integer> places =
        quotation.runs().stream()
            .flatMap(run -> IntStream.range(run.start(), run.end()).boxed())
            .toList();
    int place = places.get(random.nextInt(places.size()));
    char sign = text.charAt(place);
    char other = Character.isLowerCase(sign) ? Character.toUpperCase(sign) : ';';
    return text.substring(0, place) + other + text.substring(place + 1);
  }

  private static <E extends Enum<E>> E other(E constant) {
    E[] all = constant.getDeclaringClass().getEnumConstants();
    return all[(constant.ordinal() + 1) % all.length];
  }

  private static Article with(Article article, String text) {
    return new Article(
        article.id(),
        article.title(),
        text,
        article.published(),
        article.outlet(),
        article.section(),
        article.authors(),
        article.url(),
        article.language(),
        article.tags(),
        article.fields());
  }

  private static Speaker with(Speaker speaker, String name, SpeakerType type, Optional<String> id) {
    return new Speaker(name, type, speaker.description(), id, speaker.printed(), speaker.fields());
  }

  private static Quotation.Builder copy(Quotation quotation, Article article) {
    return Quotation.builder(article, quotation.runs())
        .kind(quotation.kind())
        .speaker(quotation.speaker())
        .mention(quotation.mention().orElse(null))
        .cue(quotation.cue().orElse(null))
        .said(quotation.said().orElse(null))
        .confidence(quotation.confidence())
        .rule(quotation.rule())
        .about(quotation.about())
        .fields(quotation.fields());
  }

  static Quotation withId(Quotation quotation, String id) {
    return new Quotation(
        id,
        quotation.text(),
        quotation.kind(),
        quotation.runs(),
        quotation.speaker(),
        quotation.mention(),
        quotation.cue(),
        quotation.said(),
        quotation.confidence(),
        quotation.rule(),
        quotation.about(),
        quotation.fields());
  }
}
